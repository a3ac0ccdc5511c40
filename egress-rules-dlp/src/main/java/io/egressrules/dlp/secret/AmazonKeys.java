package io.egressrules.dlp.secret;

import static io.egressrules.dlp.secret.Alphabet.BASE64;
import static io.egressrules.dlp.secret.Alphabet.BASE64_PADDED;
import static io.egressrules.dlp.secret.Alphabet.LOWER;
import static io.egressrules.dlp.secret.Alphabet.UPPER;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** Keys of Amazon Web Services. */
final class AmazonKeys {
  private static final String IDS =
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html";
  private static final String BEDROCK =
      "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html";

  private AmazonKeys() {}

  static List<Detector.Builder> keys() {
    return List.of(
        Token.of("AWS access key id", IDS, Form.of("AKIA", "ASIA", "ABIA", "ACCA").run(UPPER, 16))
            .entropyFloor(3)
            .stopWords("EXAMPLE"),
        Token.of("AWS legacy access key id", IDS, Form.of("A3T").run(UPPER, 17)).entropyFloor(3),
        NamedKey.of(
                "AWS", "secret access key", Form.of(BASE64, 40), "aws", "amazon", "secret access")
            .stopWords("EXAMPLE"),
        NamedKey.of(
                "AWS",
                "session token",
                Form.of(BASE64, 100).atLeast(BASE64, 0),
                "aws session",
                "session")
            .validator(Mixed.CASES_AND_DIGITS),
        Token.of("AWS Bedrock API key", BEDROCK, Form.of("ABSK").atLeast(BASE64_PADDED, 108))
            .entropyFloor(3.5)
            .stopWords("EXAMPLE"),
        Token.of(
                "AWS Bedrock short-term API key",
                BEDROCK,
                Form.of("bedrock-api-key-").atLeast(BASE64_PADDED, 24))
            .entropyFloor(3),
        Token.of(
            "AWS AppSync API key",
            "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
            Form.of("da2-").run(LOWER, 26)),
        Token.of(
            "AWS MWS auth token",
            "https://developer-docs.amazon.com/sp-api/",
            Form.of("amzn.mws.")
                .run(LOWER, 8)
                .text("-")
                .run(LOWER, 4)
                .text("-")
                .run(LOWER, 4)
                .text("-")
                .run(LOWER, 4)
                .text("-")
                .run(LOWER, 12)));
  }
}
