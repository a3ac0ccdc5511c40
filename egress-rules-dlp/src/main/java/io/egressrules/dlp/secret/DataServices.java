package io.egressrules.dlp.secret;

import static io.egressrules.dlp.secret.Alphabet.ANY_HEX;
import static io.egressrules.dlp.secret.Alphabet.BASE62;
import static io.egressrules.dlp.secret.Alphabet.DIGIT;
import static io.egressrules.dlp.secret.Alphabet.HEX;
import static io.egressrules.dlp.secret.Alphabet.LOWER;
import static io.egressrules.dlp.secret.Alphabet.UPPER;
import static io.egressrules.dlp.secret.Alphabet.URL;
import static io.egressrules.dlp.secret.Alphabet.URL_DOTTED;
import static io.egressrules.dlp.secret.Alphabet.URL_PADDED;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** Keys of databases, data platforms and feature stores. */
final class DataServices {
  private static final String PLANETSCALE = "https://planetscale.com/docs/";
  private static final String SUPABASE = "https://supabase.com/docs/guides/api/api-keys";

  private DataServices() {}

  static List<Detector.Builder> stores() {
    return List.of(
        Token.of(
                "Databricks access token",
                "https://docs.databricks.com/en/dev-tools/auth/pat.html",
                Form.of("dapi").run(ANY_HEX, 32).maybe(Form.of("-").run(DIGIT, 1)))
            .entropyFloor(3),
        Token.of(
            "PlanetScale API token", PLANETSCALE, Form.of("pscale_tkn_").run(URL_DOTTED, 32, 64)),
        Token.of(
            "PlanetScale OAuth token",
            PLANETSCALE,
            Form.of("pscale_oauth_").run(URL_DOTTED, 32, 64)),
        Token.of(
            "PlanetScale password", PLANETSCALE, Form.of("pscale_pw_").run(URL_DOTTED, 32, 64)),
        Token.of("Supabase access token", SUPABASE, Form.of("sbp_").run(HEX, 40)),
        Token.of("Supabase secret key", SUPABASE, Form.of("sb_secret_").run(URL, 31, 40)),
        Token.of(
            "Neon API key",
            "https://neon.tech/docs/manage/api-keys",
            Form.of("napi_").run(LOWER, 64)),
        Token.of(
            "Airtable personal access token",
            "https://airtable.com/developers/web/guides/personal-access-tokens",
            Form.of("pat").run(BASE62, 14).text(".").run(HEX, 64)),
        NamedKey.of("Airtable", "legacy API key", Form.of(BASE62, 17)),
        NamedKey.of("Algolia", "API key", Form.of(LOWER, 32)),
        NamedKey.of("Confluent", "access token", Form.of(BASE62, 16)),
        NamedKey.of("Confluent", "secret key", Form.of(BASE62, 64)),
        Token.of(
            "Contentful personal access token",
            "https://www.contentful.com/developers/docs/references/authentication/",
            Form.of("CFPAT-").run(URL, 43)),
        NamedKey.of("Contentful", "delivery API token", Form.of(URL_PADDED, 43)),
        NamedKey.of("Looker", "client id", Form.of(LOWER, 20)),
        NamedKey.of("Looker", "client secret", Form.of(LOWER, 24)),
        NamedKey.of("Adafruit", "IO key", Form.of(URL, 32)),
        NamedKey.of("Snowflake", "token", Form.of(URL, 80, 200)));
  }

  static List<Detector.Builder> services() {
    return List.of(
        Token.of(
            "MaxMind license key",
            "https://dev.maxmind.com/license-key",
            Form.of(BASE62, 6).text("_").run(BASE62, 29).text("_mmk")),
        NamedKey.of("MaxMind", "legacy license key", Form.of(BASE62, 16)),
        Token.of(
            "LaunchDarkly key",
            "https://docs.launchdarkly.com/home/account/api",
            Form.of("sdk-", "api-", "mob-").then(Form.uuid())),
        NamedKey.of("Launch Darkly", "access token", Form.of(URL_PADDED, 40)),
        Token.of(
                "PostHog key",
                "https://posthog.com/docs/api",
                Form.of("phx_", "phs_", "phr_", "phc_").run(BASE62, 40, 64))
            .entropyFloor(3),
        Token.of(
            "Postman API key",
            "https://learning.postman.com/docs/",
            Form.of("PMAK-").run(HEX, 24).text("-").run(HEX, 34)),
        Token.of(
            "Postman collection access key",
            "https://learning.postman.com/docs/",
            Form.of("PMAT-").run(UPPER, 26)),
        NamedKey.of("RapidAPI", "access token", Form.of(URL, 50), "rapidapi", "rapid api"),
        Token.of(
            "ReadMe API key",
            "https://docs.readme.com/main/reference/authentication",
            Form.of("rdme_").run(LOWER, 70)),
        NamedKey.of(
            "New York Times",
            "API key",
            Form.of(URL_PADDED, 32),
            "nytimes",
            "new york times",
            "newyorktimes"),
        NamedKey.of("Finnhub", "access token", Form.of(LOWER, 20)),
        NamedKey.of("SumoLogic", "access id", Form.of("su").run(BASE62, 12), "sumo", "sumo logic"),
        NamedKey.of("SumoLogic", "access key", Form.of(BASE62, 64), "sumo", "sumo logic"));
  }
}
