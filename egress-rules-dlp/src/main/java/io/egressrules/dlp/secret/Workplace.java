package io.egressrules.dlp.secret;

import static io.egressrules.dlp.secret.Alphabet.BASE62;
import static io.egressrules.dlp.secret.Alphabet.DIGIT;
import static io.egressrules.dlp.secret.Alphabet.HEX;
import static io.egressrules.dlp.secret.Alphabet.LOWER;
import static io.egressrules.dlp.secret.Alphabet.UPPER;
import static io.egressrules.dlp.secret.Alphabet.UPPER_HEX;
import static io.egressrules.dlp.secret.Alphabet.URL;
import static io.egressrules.dlp.secret.Alphabet.URL_DOTTED;
import static io.egressrules.dlp.secret.Alphabet.URL_PADDED;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** Keys of office, planning and design tools. */
final class Workplace {
  private static final String ATLASSIAN =
      "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/";
  private static final String DROPBOX = "https://developers.dropbox.com/oauth-guide";

  private Workplace() {}

  static List<Detector.Builder> projects() {
    return List.of(
        Token.of("Atlassian API token", ATLASSIAN, Form.of("ATATT3").run(URL_PADDED, 180, 200))
            .validator(Crc32Tail.HEX_OF_ALL)
            .pattern(
                Form.of("ATATT3")
                    .run(URL, 150, 190)
                    .text("%3D", "%3d", "\\=")
                    .run(UPPER_HEX, 8)
                    .whole()),
        NamedKey.of(
            "Atlassian", "legacy API token", Form.of(LOWER, 24), "atlassian", "confluence", "jira"),
        Detector.builder("atlassian-data-center-token", Detector.Kind.SECRET)
            .meaning("Personal access token of Jira, Confluence or Bitbucket Data Center")
            .source(
                "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html")
            .pattern("\\b((?:MD|MT|Mj|Mz|ND|NT|Nj|Nz|OD|OT)[0-9A-Za-z+/]{42})(?:[^\\w+/=]|\\z)")
            .validator(EncodedText.NUMBER_AND_COLON)
            .finds("MTIzNDU2Nzg5MDEyOoK3·Du5/GlA5vvB+wjR/Bm7Qj13H")
            .ignores(
                "MTIzNDU2Nzg5MDEyOoK3·Du5/GlA5vvB+wjR/Bm7Qj13",
                "MD" + Alphabet.BASE64.sample(42, 1)),
        Token.of(
            "Notion integration token",
            "https://developers.notion.com/docs/authorization",
            Form.of("ntn_").run(DIGIT, 11).run(BASE62, 35)),
        Token.of(
                "Notion legacy integration token",
                "https://developers.notion.com/docs/authorization",
                Form.of("secret_").run(BASE62, 43))
            .validator(Mixed.CASES_AND_DIGITS),
        Token.of(
            "Linear API key",
            "https://linear.app/developers/graphql",
            Form.of("lin_api_").run(BASE62, 40, 42)),
        Token.of(
            "Linear OAuth token",
            "https://linear.app/developers/oauth-2-0-authentication",
            Form.of("lin_oauth_").run(HEX, 64)),
        NamedKey.of("Linear", "client secret", Form.of(HEX, 32)),
        Token.of(
            "Asana personal access token",
            "https://developers.asana.com/docs/personal-access-token",
            Form.of("1/", "2/")
                .run(DIGIT, 15, 17)
                .maybe(Form.of("/").run(DIGIT, 15, 17))
                .text(":")
                .run(HEX, 32)),
        NamedKey.of("Asana", "client id", Form.of(DIGIT, 16)),
        NamedKey.of("Asana", "client secret", Form.of(LOWER, 32)));
  }

  static List<Detector.Builder> documents() {
    return List.of(
        Token.of(
            "Figma access token",
            "https://www.figma.com/developers/api#authentication",
            Form.of("figd_", "figu_", "figo_").run(URL, 38, 44)),
        Token.of(
            "Typeform access token",
            "https://www.typeform.com/developers/get-started/personal-access-token/",
            Form.of("tfp_").run(URL_DOTTED, 40, 59)),
        Token.of(
            "Frame.io developer token",
            "https://developer.frame.io/",
            Form.of("fio-u-").run(URL_PADDED, 64)),
        Token.of(
            "Adobe client secret",
            "https://developer.adobe.com/developer-console/docs/",
            Form.of("p8e-", "p8-").run(URL, 32)),
        NamedKey.of("Adobe", "client id", Form.of(HEX, 32)),
        Token.of("Dropbox access token", DROPBOX, Form.of("sl.").atLeast(URL, 130))
            .entropyFloor(3.5),
        Token.of(
                "Dropbox long-lived access token",
                DROPBOX,
                Form.of(BASE62, 11).text("AAAAAAAAAA").run(URL_PADDED, 43))
            .entropyFloor(3.5)
            .validator(Mixed.CASES_AND_DIGITS),
        NamedKey.of("Dropbox", "app secret", Form.of(LOWER, 15)));
  }

  static List<Detector.Builder> accounts() {
    return List.of(
        NamedKey.of("Okta", "API token", Form.of("00").run(URL_PADDED, 40)).entropyFloor(3.5),
        NamedKey.of("Auth0", "client secret", Form.of(URL, 64)),
        NamedKey.of("HubSpot", "API key", Form.uuid(), "hubspot", "hub spot"),
        Token.of(
            "HubSpot private app token",
            "https://developers.hubspot.com/docs/",
            Form.of("pat-na1-", "pat-eu1-", "pat-na2-").then(Form.uuid())),
        NamedKey.of("Zoom", "client secret", Form.of(BASE62, 32)),
        NamedKey.of("Trello", "API token", Form.of(HEX, 64)),
        NamedKey.of("Trello", "API key", Form.of(HEX, 32)),
        NamedKey.of(
            "ClickUp",
            "API token",
            Form.of("pk_").run(DIGIT, 5, 10).text("_").run(UPPER, 32),
            "clickup",
            "click up"),
        NamedKey.of("DocuSign", "secret key", Form.uuid(), "docusign"));
  }
}
