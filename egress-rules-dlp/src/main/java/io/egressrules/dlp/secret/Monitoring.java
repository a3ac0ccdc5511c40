package io.egressrules.dlp.secret;

import static io.egressrules.dlp.secret.Alphabet.ANY_HEX;
import static io.egressrules.dlp.secret.Alphabet.BASE62;
import static io.egressrules.dlp.secret.Alphabet.BASE64;
import static io.egressrules.dlp.secret.Alphabet.BASE64_PADDED;
import static io.egressrules.dlp.secret.Alphabet.HEX;
import static io.egressrules.dlp.secret.Alphabet.LOWER;
import static io.egressrules.dlp.secret.Alphabet.URL;
import static io.egressrules.dlp.secret.Alphabet.URL_PADDED;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** Keys of monitoring, logging and error reporting. */
final class Monitoring {
  private static final String NEW_RELIC =
      "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/";
  private static final String GRAFANA = "https://grafana.com/docs/grafana-cloud/";
  private static final String SENTRY = "https://docs.sentry.io/api/auth/";

  private Monitoring() {}

  static List<Detector.Builder> keys() {
    return List.of(
        Token.of("New Relic user key", NEW_RELIC, Form.of("NRAK-").run(BASE62, 27)),
        Token.of("New Relic insert key", NEW_RELIC, Form.of("NRII-").run(URL, 25, 34)),
        Token.of("New Relic browser key", NEW_RELIC, Form.of("NRJS-").run(HEX, 19)),
        Token.of("New Relic license key", NEW_RELIC, Form.of(LOWER, 36).text("NRAL")),
        NamedKey.of("New Relic", "legacy user API id", Form.of(LOWER, 64)),
        Token.of("Grafana API key", GRAFANA, Form.of("eyJrIjoi").atLeast(BASE64_PADDED, 60))
            .entropyFloor(3),
        Token.of("Grafana Cloud token", GRAFANA, Form.of("glc_").atLeast(BASE64_PADDED, 32))
            .entropyFloor(3),
        Token.of(
                "Grafana service account token",
                GRAFANA,
                Form.of("glsa_").run(BASE62, 32).text("_").run(ANY_HEX, 8))
            .entropyFloor(3),
        Token.of(
            "Sentry organization token",
            SENTRY,
            Form.of("sntrys_eyJ").atLeast(BASE64_PADDED, 50).text("_").run(BASE64, 43)),
        Token.of("Sentry user token", SENTRY, Form.of("sntryu_").run(HEX, 64)),
        NamedKey.of("Sentry", "legacy auth token", Form.of(HEX, 64)),
        Token.of(
            "Dynatrace token",
            "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients",
            Form.of("dt0c01.", "dt0s01.", "dt0s02.", "dt0s03.", "dt0s08.")
                .run(BASE62, 24)
                .text(".")
                .run(BASE62, 64)),
        NamedKey.of(
            "Datadog",
            "application key",
            Form.of(LOWER, 40),
            "datadog",
            "dd app",
            "dd application"),
        NamedKey.of("Datadog", "API key", Form.of(HEX, 32), "datadog", "dd api"),
        NamedKey.of("PagerDuty", "API key", Form.of(URL, 20), "pager duty"),
        NamedKey.of("Opsgenie", "API key", Form.uuid()),
        NamedKey.of("Rollbar", "access token", Form.of(HEX, 32)),
        NamedKey.of("Honeycomb", "API key", Form.of(BASE62, 22, 32)),
        NamedKey.of("Loggly", "token", Form.uuid()),
        NamedKey.of("Splunk", "HEC token", Form.uuid()),
        NamedKey.of("Beamer", "API token", Form.of("b_").run(URL_PADDED, 44)),
        NamedKey.of("Codecov", "access token", Form.of(LOWER, 32)),
        NamedKey.of("Codecov", "upload token", Form.uuid()));
  }
}
