package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** JSON Web Tokens, plain and encoded. */
final class WebTokens {
  private static final String RFC_7519 = "https://www.rfc-editor.org/rfc/rfc7519";
  private static final String HEADER = "eyJhbGciOiJI·UzI1NiIsInR5cCI6IkpXVCJ9";
  private static final String BODY = "eyJzdWIiOiJ1c2·VyIiwiaWF0IjoxfQ";

  private WebTokens() {}

  static List<Detector.Builder> keys() {
    return List.of(
        Detector.builder("json-web-token", Detector.Kind.SECRET)
            .meaning("JSON Web Token")
            .source(RFC_7519)
            .pattern("\\beyJ[0-9A-Za-z_\\-]{12,}\\.eyJ[0-9A-Za-z_\\-]{8,}(?:\\.[0-9A-Za-z_\\-]*)?")
            .validator(EncodedText.JWT_HEADER)
            .finds(HEADER + "." + BODY, "jwt=" + HEADER + "." + BODY + ".c2ln")
            .ignores("eyJhbGciOiJIUzI1NiIs", "eyJub3RoaW5nIjoxfXx4.eyJub3RoaW5nIjoxfQ.x"),
        Detector.builder("encrypted-json-web-token", Detector.Kind.SECRET)
            .meaning("JSON Web Token, encrypted")
            .source("https://www.rfc-editor.org/rfc/rfc7516")
            .pattern(
                "\\beyJ[0-9A-Za-z_\\-]{12,}\\.[0-9A-Za-z_\\-]*\\.[0-9A-Za-z_\\-]{8,}\\.[0-9A-Za-z_\\-]{8,}\\.[0-9A-Za-z_\\-]{20,}")
            .validator(EncodedText.JWT_HEADER)
            .finds(
                "eyJhbGciOiJkaX·IiLCJlbmMiOiJBMTI4R0NNIn0..aXZpdml2aXZpdml2.Y2lwaGVydGV4dA.dGFndGFndGFndGFndGFndA")
            .ignores("eyJhbGciOiJIUzI1NiIs.x.y"),
        Detector.builder("json-web-token-in-base64", Detector.Kind.SECRET)
            .meaning("JSON Web Token in base64")
            .source(RFC_7519)
            .pattern("\\bZXlK[0-9A-Za-z+/_\\-]{40,}={0,2}")
            .validator(EncodedText.ENCODED_JWT)
            .finds("ZXlKaGJHY2lPaUpJVXpJMU5pSjku·ZXlKemRXSWlPaUoxYzJWeUluMC5jMmxu")
            .ignores(
                "ZXlKaGJHY2lPaUpJ", "ZXlKMSI6IkFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB"));
  }
}
