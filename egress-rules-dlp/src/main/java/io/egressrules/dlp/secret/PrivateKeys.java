package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Validator.Verdict;
import io.egressrules.policy.Confidence;
import java.util.List;
import java.util.regex.Pattern;

/** Private keys in the formats that tools write. */
final class PrivateKeys {
  private static final String BODY = Alphabet.BASE64.sample(64, 3);

  /** Enough of a body that it is a key and not a mention of one. */
  private static final Pattern BODY_LINE = Pattern.compile("[0-9A-Za-z+/]{24}");

  private PrivateKeys() {}

  static List<Detector.Builder> keys() {
    return List.of(
        Detector.builder("pem-private-key", Detector.Kind.SECRET)
            .meaning("Private key in PEM: RSA, EC, DSA, OpenSSH, PGP, plain or encrypted")
            .source("https://www.rfc-editor.org/rfc/rfc7468")
            .pattern(
                "-----BEGIN (?:[0-9A-Z]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:-?[^\\-]){24,}")
            .validator(PrivateKeys::body)
            .finds(
                "-----BEGIN RSA PRI·VATE KEY-----\n" + BODY + "\n-----END RSA PRIVATE KEY-----",
                "\"-----BEGIN PRI·VATE KEY-----\\n" + BODY + "\\n\"")
            .ignores(
                "-----BEGIN PRI·VATE KEY-----\nanything you like to put here\n-----END",
                "-----BEGIN PUBLIC KEY-----\n" + BODY + "\n-----END PUBLIC KEY-----"),
        Detector.builder("pem-private-key-in-base64", Detector.Kind.SECRET)
            .meaning("Private key in PEM, in base64 once more")
            .source("https://www.rfc-editor.org/rfc/rfc4648")
            .pattern(
                "LS0tLS1CRUdJTi[0-9A-Za-z+/]{0,40}(?:UFJJVkFURSBLRV|BSSVZBVEUgS0VZ|QUklWQVRFIEtFW)[0-9A-Za-z+/]{24,}={0,2}")
            .finds("LS0tLS1CRUdJTiBQUk·lWQVRFIEtFWS0tLS0t" + BODY)
            .ignores("LS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS0" + BODY),
        Detector.builder("der-private-key-in-base64", Detector.Kind.SECRET)
            .meaning("Private key in DER, in base64 without a header")
            .source("https://www.rfc-editor.org/rfc/rfc5208")
            .pattern(
                "\\bMII[0-9A-Za-z+/]{0,4}(?:IBADANBgkqhkiG9w0BAQEFAASC|IBAA[JK]|CAQAC)[0-9A-Za-z+/]{60,}")
            .finds("MIIEvQ·IBADANBgkqhkiG9w0BAQEFAASC" + BODY)
            .ignores("MIIBIjANBgkqhkiG9w0BAQEFAAOC" + BODY),
        Detector.builder("putty-private-key", Detector.Kind.SECRET)
            .meaning("PuTTY private key")
            .source("https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html")
            .pattern("Private-Lines: [0-9]{1,3}\\s{1,4}([0-9A-Za-z+/=\\s]{40,})")
            .finds("Private-Lines: 1\r\n" + BODY)
            .ignores("Public-Lines: 1\r\n" + BODY, "Private-Lines: 1\r\n\r\n"),
        Detector.builder("json-web-key", Detector.Kind.SECRET)
            .meaning("Private or symmetric JSON Web Key")
            .source("https://www.rfc-editor.org/rfc/rfc7517")
            .pattern("\"(?:d|k)\"\\s{0,4}:\\s{0,4}\"([0-9A-Za-z_\\-]{20,})\"")
            .onlyNear(Confidence.LIKELY, "kty", "crv", "dp", "dq", "qi", "AQAB")
            .finds("{\"kty\":\"oct\",\"k\":\"" + Alphabet.URL.sample(43, 5) + "\"}")
            .ignores(
                "{\"d\":\"" + Alphabet.URL.sample(43, 5) + "\"}", "{\"kty\":\"oct\",\"k\":\"x\"}"),
        Detector.builder("wireguard-private-key", Detector.Kind.SECRET)
            .meaning("WireGuard private or preshared key")
            .source("https://man7.org/linux/man-pages/man8/wg.8.html")
            .pattern("\\b(?:PrivateKey|PresharedKey)\\s{0,4}=\\s{0,4}([0-9A-Za-z+/]{43}=)")
            .finds("PrivateKey = " + Alphabet.BASE64.sample(43, 9) + "=")
            .ignores("PublicKey = " + Alphabet.BASE64.sample(43, 9) + "=", "PrivateKey = x="),
        Detector.builder("google-service-account-key", Detector.Kind.SECRET)
            .meaning("Google service account key file")
            .source("https://cloud.google.com/iam/docs/keys-create-delete")
            .pattern("\"private_key_id\"\\s{0,4}:\\s{0,4}\"([0-9a-f]{40})\"")
            .finds("\"private_key_id\": \"" + Alphabet.HEX.sample(40, 9) + "\",")
            .ignores("\"private_key_id\": \"none\""));
  }

  private static Verdict body(CharSequence pem) {
    String text = pem.toString();
    int header = text.indexOf("-----", 10);
    return BODY_LINE.matcher(text).region(header, text.length()).find()
        ? Verdict.PROVEN
        : Verdict.INVALID;
  }
}
