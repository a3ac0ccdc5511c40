package io.egressrules.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.egressrules.EgressRequest;
import io.egressrules.ReasonCode;
import io.egressrules.engine.client.GuardedCalls.Body;
import io.egressrules.engine.client.GuardedCalls.Call;
import io.egressrules.engine.client.GuardedCalls.Settings;
import io.egressrules.engine.enforce.FindText;
import io.egressrules.policy.Requirement;
import io.egressrules.spi.BodyInspector;
import io.egressrules.spi.Inspection;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract: what is sent passes through inspection where the policy obliges to it. */
interface BodyContract {
  String SECRET = "TOP-SECRET";
  int HOLD = 4096;

  Rig rig();

  private GuardedCalls inspected(BodyInspector... inspectors) throws IOException {
    rig().allow(Rig.friends().require(Requirement.NONE.inspect(FindText.PROFILE)));
    return rig().client(guard -> guard.inspectors(inspectors).hold(HOLD), Settings.PLAIN);
  }

  private Call post(Body body) {
    return new Call("POST", rig().url("partner.test", "/"), Map.of(), body);
  }

  private static Body clean(int length) {
    return Body.of("x".repeat(length));
  }

  @Test
  default void body_without_findings_arrives_unchanged() throws IOException {
    GuardedCalls client = inspected(FindText.denying(SECRET));

    for (Body body :
        new Body[] {clean(0), clean(10), clean(HOLD), clean(HOLD + 1), clean(300_000)}) {
      client.call(post(body));
      client.call(post(body.undeclared()));
      assertThat(rig().street().partner().received())
          .extracting(received -> received.body().length())
          .endsWith((int) body.length(), (int) body.length());
    }
  }

  @Test
  default void body_of_declared_length_is_denied_before_anything_is_sent() throws IOException {
    GuardedCalls client = inspected(FindText.denying(SECRET));

    assertThat(rig().denied(client, post(Body.of("a".repeat(2000) + SECRET))))
        .isEqualTo(ReasonCode.DLP_MATCH);
    assertThat(rig().street().partner().received()).isEmpty();
  }

  @Test
  default void held_body_of_unknown_length_does_not_leave_in_part() throws IOException {
    GuardedCalls client = inspected(FindText.denying(SECRET));

    assertThat(rig().denied(client, post(Body.of("a".repeat(2000) + SECRET).undeclared())))
        .isEqualTo(ReasonCode.DLP_MATCH);
    assertThat(rig().street().partner().received())
        .allSatisfy(received -> assertThat(received.body()).doesNotContain("a"));
  }

  @Test
  default void secret_behind_the_hold_stops_the_body_before_it() throws IOException {
    GuardedCalls client = inspected(FindText.denying(SECRET));

    assertThat(rig().denied(client, post(Body.of("a".repeat(100_000) + SECRET + "tail"))))
        .isEqualTo(ReasonCode.DLP_MATCH);
    assertThat(rig().street().partner().received())
        .allSatisfy(received -> assertThat(received.body()).doesNotContain(SECRET, "tail"));
  }

  @Test
  default void redacted_body_arrives_redacted() throws IOException {
    GuardedCalls client = inspected(FindText.redacting(SECRET, "***"));

    client.call(post(Body.of("a " + SECRET + " b")));
    assertThat(rig().street().partner().last().body()).isEqualTo("a *** b");
    client.call(post(Body.of("a " + SECRET + " b").undeclared()));
    assertThat(rig().street().partner().last().body()).isEqualTo("a *** b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  default void secret_in_the_path_is_not_even_resolved(String method) throws IOException {
    GuardedCalls client = inspected(FindText.denying(SECRET));
    Body body = method.equals("POST") ? Body.of("data") : null;

    assertThat(
            rig()
                .denied(
                    client,
                    new Call(method, rig().url("partner.test", "/" + SECRET), Map.of(), body)))
        .isEqualTo(ReasonCode.DLP_MATCH);
    assertThat(rig().names.lookups()).isZero();
  }

  @Test
  default void secret_in_a_header_field_is_not_sent() throws IOException {
    GuardedCalls client = inspected(FindText.denying(SECRET));

    assertThat(rig().denied(client, Call.get(rig().url("partner.test", "/")).with("X-A", SECRET)))
        .isEqualTo(ReasonCode.DLP_MATCH);
    assertThat(rig().street().partner().received()).isEmpty();
  }

  @Test
  default void inspection_that_nobody_offers_denies() throws IOException {
    assertThat(rig().denied(inspected(), post(clean(10))))
        .isEqualTo(ReasonCode.INSPECTION_UNAVAILABLE);
    assertThat(rig().street().partner().received()).isEmpty();
  }

  @Test
  default void inspection_that_fails_denies() throws IOException {
    BodyInspector failing =
        new BodyInspector() {
          @Override
          public Set<String> profiles() {
            return Set.of(FindText.PROFILE);
          }

          @Override
          public Inspection begin(EgressRequest request, Set<String> profiles) {
            throw new StackOverflowError(SECRET);
          }
        };

    assertThat(rig().denied(inspected(failing), post(clean(10))))
        .isEqualTo(ReasonCode.INSPECTION_FAILED);
    assertThat(rig().street().partner().received()).isEmpty();
  }

  @Test
  default void body_that_breaks_off_does_not_arrive_whole() throws IOException {
    GuardedCalls client = inspected(FindText.denying(SECRET));
    Body breaking =
        new Body(
            20,
            () ->
                new SequenceInputStream(
                    Body.of("0123456789").bytes().get(),
                    new InputStream() {
                      @Override
                      public int read() throws IOException {
                        throw new IOException("source broke");
                      }
                    }));

    Throwable thrown = catchThrowable(() -> client.call(post(breaking)));

    assertThat(thrown).isNotNull();
    assertThat(rig().street().partner().received())
        .allSatisfy(received -> assertThat(received.body()).doesNotContain("0"));
  }

  @Test
  default void body_that_need_not_be_inspected_is_not() throws IOException {
    rig().client().call(post(Body.of("a " + SECRET)));

    assertThat(rig().street().partner().last().body()).isEqualTo("a " + SECRET);
  }
}
