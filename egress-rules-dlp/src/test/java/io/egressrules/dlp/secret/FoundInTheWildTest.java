package io.egressrules.dlp.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.SlowSearch;
import io.egressrules.policy.Confidence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts written by hand, as they leave a service, and what all detectors together find in them. */
class FoundInTheWildTest {
  private static final List<Detector> ALL = Secrets.all();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "aws-access-key-id| \"accessKeyId\": \"AKIA·QZ3XW7NB5LRT2VKC\"",
        "aws-secret-access-key| AWS_SECRET_ACCESS_KEY=Zk3va·9QpLr/7TnXw2Hb+YcVm5sDgKj8RfEaUoI4q",
        "github-classic-personal-access-token| token ghp_·kT7pQ2vX9mLr4ZbWc8HnYd3JsGf6RtUa5EoK",
        "gitlab-personal-access-token| PRIVATE-TOKEN: glpat-·kT7pQ2vX9mLr4ZbWc8Hn",
        "slack-bot-token| SLACK=xoxb-·123456789012-234567890123-kT7pQ2vX9mLr4ZbWc8HnYd3J",
        "slack-webhook-address| https://hooks.slack·.com/services/T01ABCDEF/B02GHIJKL/kT7pQ2vX9mLr4ZbWc8HnYd3J",
        "stripe-secret-key| {\"key\":\"sk_live_·kT7pQ2vX9mLr4ZbWc8HnYd3J\"}",
        "sendgrid-api-key| SG.·kT7pQ2vX9mLr4ZbWc8HnYd.3JsGf6RtUa5EoKkT7pQ2vX9mLr4ZbWc8HnYd3JsGf6R",
        "twilio-api-key| sid=SK·0a1b2c3d4e5f60718293a4b5c6d7e8f9",
        "openai-api-key| sk-·kT7pQ2vX9mLr4ZbWc8HnT3BlbkFJYd3JsGf6RtUa5EoKkT7p",
        "hugging-face-access-token| HF_TOKEN=hf_·kTpQvXmLrZbWcHnYdJsGfRtUaEoKkTpQvX",
        "npm-access-token| //registry.test/:_authToken=npm_·kT7pQ2vX9mLr4ZbWc8HnYd3JsGf6RtUa5EoK",
        "heroku-legacy-api-key| HEROKU_API_KEY=0a1b2c3d-4e5f-6071-8293·-a4b5c6d7e8f9",
        "datadog-api-key| dd_api_key: 0a1b2c3d4e5f60718293·a4b5c6d7e8f9",
        "launch-darkly-access-token| LaunchDarklyToken = \"kT7pQ2vX9mLr4ZbWc8Hn·Yd3JsGf6RtUa5EoKkT7p\"",
        "google-api-key| ?key=AIza·SyDkT7pQ2vX9mLr4ZbWc8HnYd3JsGf6RtUa",
        "json-web-token| Cookie: sid=eyJhbGciOiJIUzI1NiJ9·.eyJzdWIiOiJqb2UifQ.c2lnbmF0dXJl",
        "url-password| jdbc:mysql://app:Wm4·xl9Kq@db.test:3306/orders",
        "basic-authorization| Authorization: Basic am9lOldt·NHhsOUtx",
        "curl-user-password| curl -sS -X POST --user joe:Wm4·xl9Kq https://host.test/",
        "sql-password| ALTER USER joe WITH PASSWORD 'Wm4·xl9Kq';",
        "bare-password| login: joe, pw: Wm4·xl9Kq",
        "quoted-password| char password[16] = \"Wm4·xl9Kq\";",
        "quoted-secret| clientSecret: 'kT7pQ2vX9m·Lr4ZbWc8HnYd3J',",
        "bare-secret| /callback?access_token=kT7pQ2vX9m·Lr4ZbWc8HnYd3J&state=1",
        "password-option| mysqldump --user=joe --password=Wm4·xl9Kq orders",
        "nats-seed| SUA·ML2GCZ7IK7E7UD4VZ7ELPZW7DK2ZNL35WSMW3IORHC3BWBSDQXUQRBU",
      })
  void a_secret_is_found_by_its_detector(String id, String text) {
    assertThat(findings(text.replace("·", ""))).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The password must hold at least 8 characters and a digit.",
        "password = request.getParameter(\"password\");",
        "private static final String PASSWORD_HEADER = \"X-Password\";",
        "api_key: ${API_KEY}",
        "token = tokenizer.nextToken();",
        "\"key\": \"order-2026-11-22-00017\"",
        "Authorization: Bearer <token>",
        "curl -u \"$USER:$PASSWORD\" https://host.test/",
        "https://user:password@host.test/",
        "etag: \"0a1b2c3d4e5f60718293a4b5c6d7e8f9\"",
        "commit 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567",
        "\"id\": \"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9\"",
        "sha512-kT7pQ2vX9mLr4ZbWc8HnYd3JsGf6RtUa5EoKkT7pQ2vX9mLr4ZbWc8HnYd3JsGf6RtUa5EoKkT==",
        "public_key = \"kT7pQ2vX9mLr4ZbWc8HnYd3JsGf6RtUa\"",
        "csrfToken: kT7pQ2vX9mLr4ZbWc8HnYd3JsGf6RtUa",
        "GET /compass?pass=economy&keyword=keyboard HTTP/1.1",
      })
  void ordinary_text_holds_no_likely_secret(String text) {
    assertThat(findings(text)).isEmpty();
  }

  @Test
  void an_aws_key_of_the_documentation_is_no_finding() {
    assertThat(findings("aws_access_key_id = AKIA" + "IOSFODNN7EXAMPLE")).isEmpty();
  }

  @Test
  void a_private_key_is_found_though_its_end_is_missing() {
    String pem = "-----BEGIN PRIVATE" + " KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n";
    assertThat(findings(pem)).contains("pem-private-key");
  }

  /** The detectors that find something here, but for the one that finds only possible passwords. */
  private static List<String> findings(String text) {
    return ALL.stream()
        .filter(detector -> detector.inContext().compareTo(Confidence.LIKELY) >= 0)
        .filter(detector -> !SlowSearch.values(detector, text).isEmpty())
        .map(Detector::id)
        .toList();
  }
}
