package io.egressrules.engine.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.egressrules.BodyFacts;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.Headers;
import io.egressrules.Obligation;
import io.egressrules.net.Host;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.InspectionAction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** No denial repeats what a call carries, however it came about. */
class SecrecyTest {
  private static final String CANARY = "canary9f2c";
  private static final String URL =
      "http://" + CANARY + ":" + CANARY + "@a.test/" + CANARY + "?" + CANARY + "#" + CANARY;

  private final List<String> heard = new ArrayList<>();

  private Enforcement enforcement(EgressFilter filter, String... addresses) {
    Sequence sequence = new Sequence(filter);
    sequence
        .guard
        .resolver(Sequence.answering(addresses))
        .inspectors(FindText.denying(CANARY + "!"))
        .redirectLimit(1)
        .listener((request, decision) -> heard.add(request + " " + decision));
    return sequence.installed();
  }

  private static EgressRequest.Builder call(String url) {
    return EgressRequest.toUrl(url)
        .method("POST")
        .headers(Headers.builder().add("Authorization", CANARY).build())
        .body(BodyFacts.declared(11, "text/" + CANARY, null));
  }

  private static Vetted vetted(Enforcement enforcement) throws IOException {
    return enforcement.connect(enforcement.request(call(URL), Caller.UNSTATED));
  }

  private void assertSilent(ThrowingCallable step) {
    Throwable thrown = catchThrowable(step);
    assertThat(thrown).isInstanceOf(IOException.class).hasNoCause();
    String said = thrown + " " + heard;
    byte[] bytes = CANARY.getBytes(StandardCharsets.US_ASCII);
    assertThat(said)
        .doesNotContain(
            CANARY,
            Base64.getEncoder().withoutPadding().encodeToString(bytes),
            HexFormat.of().formatHex(bytes));
  }

  @Test
  void refused_targets_hosts_and_addresses() {
    FakeFilter filter = new FakeFilter().allow("a.test").at("192.0.2.1");

    assertSilent(() -> vetted(enforcement(new FakeFilter(), "192.0.2.1")));
    assertSilent(() -> vetted(enforcement(filter, "192.0.2.2")));
    assertSilent(() -> vetted(enforcement(filter)));
    assertSilent(
        () -> enforcement(filter).request(call(URL.replace("a.test", "a..test")), Caller.UNSTATED));
    assertSilent(() -> enforcement(filter).request(call("\\" + CANARY), Caller.of("s")));
    assertSilent(
        () ->
            enforcement(filter)
                .request(
                    call(URL).headers(Headers.builder().add("A", CANARY + "\n").build()),
                    Caller.UNSTATED));
    assertSilent(
        () ->
            enforcement(filter)
                .request(
                    call(URL).headers(Headers.builder().add("Host", CANARY).build()),
                    Caller.UNSTATED));
  }

  @Test
  void refused_views_and_redirects() throws IOException {
    Enforcement enforcement =
        enforcement(new FakeFilter().allow("a.test").at("192.0.2.1"), "192.0.2.1");
    Admission admission = enforcement.request(call(URL), Caller.UNSTATED);

    assertSilent(() -> enforcement.agree(admission, ClientView.of("http", CANARY, 80)));
    assertSilent(() -> enforcement.redirect(admission, 302, List.of("http:\\" + CANARY)));
    assertSilent(() -> enforcement.redirect(admission, 302, List.of("ws://a.test/" + CANARY)));
    assertSilent(
        () ->
            enforcement.follow(
                enforcement.redirect(admission, 302, List.of("http://b.test/" + CANARY)).get(),
                Headers.NONE,
                null));
  }

  @Test
  void refused_bodies() throws IOException {
    Obligation inspect = new Obligation.Inspect(Set.of(FindText.PROFILE));
    Enforcement enforcement =
        enforcement(new FakeFilter().allow("a.test", inspect).at("192.0.2.1"), "192.0.2.1");
    Vetted vetted = vetted(enforcement);
    ByteBuffer body = ByteBuffer.wrap((CANARY + "!").getBytes(StandardCharsets.US_ASCII));

    assertSilent(
        () -> {
          BodyGate gate =
              enforcement.body(
                  vetted, Headers.NONE, BodyFacts.declared(body.remaining(), null, null));
          gate.write(body, out -> {});
        });
  }

  @Test
  void host_that_holds_a_finding_is_not_named() {
    FakeFilter filter = new FakeFilter();
    EgressRequest request =
        EgressRequest.toUrl("http://" + CANARY + ".test/")
            .body(
                BodyFacts.declared(0, null, null)
                    .withFindings(
                        List.of(
                            new Finding(
                                "text",
                                Finding.Place.HOST,
                                0,
                                1,
                                Confidence.LIKELY,
                                InspectionAction.DENY,
                                "00",
                                "***"))))
            .build();

    assertThat(Host.parse(CANARY + ".test")).isEqualTo(request.target().host());
    assertThat(DenialText.of(request, null, filter.decide(request), null)).doesNotContain(CANARY);
  }
}
