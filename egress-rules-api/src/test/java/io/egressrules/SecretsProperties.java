package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.egressrules.net.IpAddress;
import io.egressrules.net.Target;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Canary secrets are planted in everything that a caller states; no text may hold one. */
class SecretsProperties {
  /** No host holds a tilde, so a host that is rightly shown cannot be taken for the secret. */
  private static final String SECRET = "hunter~2";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hunter~2@api.test/",
        "https://user:hunter~2@api.test:8443/v1",
        "https://api.test/hunter~2/x;hunter~2?hunter~2=hunter~2#hunter~2",
        "https://api.test/?token=hunter~2",
        "https://api.test/#hunter~2",
        "wss://[2001:db8::1]/hunter~2",
        // and in every kind of target that is refused
        "hunter~2",
        "hunter~2://api.test/",
        "https:hunter~2",
        "https://hunter~2",
        "https://hunter~2.test/",
        "https://hunter~2:hunter~2@hunter~2@api.test/",
        "https://api.test:hunter~2/",
        "https://[hunter~2]/",
        "https://[fe80::1%25hunter~2]/",
        "https://api.test/\\hunter~2",
        "https://api.test/ hunter~2",
        "https://api.test/\r\nhunter~2: hunter~2",
        "https://%41hunter~2/",
        "https://1.2.3.4.hunter~2/",
      })
  void noTextOfARequestHoldsASecret(String url) {
    assertThat(url).contains(SECRET);
    assertThat(textsOf(url)).isNotEmpty().noneMatch(text -> text.contains(SECRET));
  }

  @Property(tries = 2_000)
  void norDoesOneWithSecretsAnywhere(@ForAll("urls") String url) {
    assertThat(textsOf(url)).isNotEmpty().noneMatch(text -> text.contains(SECRET));
  }

  @Provide
  Arbitrary<String> urls() {
    return Arbitraries.of(
            "https://",
            "http:",
            "//",
            "/",
            "?",
            "#",
            "@",
            ":",
            ":8443",
            "[",
            "]",
            "%",
            "%2f",
            "\\",
            "a.test",
            "192.0.2.1",
            "\r\n",
            ";",
            "..",
            SECRET,
            SECRET,
            SECRET)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  private static List<String> textsOf(String url) {
    EgressRequest request = requestTo(url);
    List<String> texts = new ArrayList<>();
    texts.add(request.toString());
    texts.add(request.withAddresses(List.of(IpAddress.parse("192.0.2.1"))).toString());
    texts.add(String.valueOf(request.target()));
    texts.add(String.valueOf(request.malformed()));
    texts.add(request.headers().toString());
    texts.add(String.valueOf(request.body()));
    texts.addAll(textsOf(reason(request)));
    Throwable refused = catchThrowable(() -> Target.parse(url));
    if (refused != null) {
      StringWriter trace = new StringWriter();
      refused.printStackTrace(new PrintWriter(trace));
      texts.add(trace.toString());
    }
    return texts;
  }

  private static EgressRequest requestTo(String url) {
    Headers headers =
        Headers.builder()
            .add("Authorization", "Bearer " + SECRET)
            .add("X-Split", SECRET + "\r\n" + SECRET)
            .add("bad name " + SECRET, SECRET)
            .build();
    return EgressRequest.toUrl(url)
        .method("GET /" + SECRET)
        .subject(SECRET)
        .labels(Map.of(SECRET, SECRET))
        .headers(headers)
        .body(BodyFacts.declared(3, "text/plain; boundary=" + SECRET, SECRET))
        .build();
  }

  private static Reason reason(EgressRequest request) {
    Reason.Builder reason = Reason.builder(ReasonCode.TARGET_MALFORMED);
    return request.malformed() == null
        ? reason.build()
        : reason.gateRule(request.malformed()).build();
  }

  private static List<String> textsOf(Reason reason) {
    Decision decision = Decision.deny(Phase.REQUEST, reason, "sha256:1");
    return List.of(
        reason.toString(),
        reason.privateText(),
        reason.publicText(),
        decision.toString(),
        new Explanation(decision, List.of(), null, null).toString(),
        new EgressDeniedException(decision, reason.privateText()).toString(),
        new EgressDeniedHostException(decision, reason.privateText()).toString());
  }
}
