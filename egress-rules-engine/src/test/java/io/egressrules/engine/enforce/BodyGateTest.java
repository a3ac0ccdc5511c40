package io.egressrules.engine.enforce;

import static io.egressrules.engine.enforce.Denials.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.BodyFacts;
import io.egressrules.Decision;
import io.egressrules.Headers;
import io.egressrules.Obligation;
import io.egressrules.Phase;
import io.egressrules.ReasonCode;
import io.egressrules.spi.BodyInspector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BodyGateTest {
  private static final String SECRET = "SECRET";
  private static final int HOLD = 16;

  private final StringBuilder left = new StringBuilder();
  private final FakeFilter filter =
      new FakeFilter()
          .allow("a.test", new Obligation.Inspect(Set.of(FindText.PROFILE)))
          .at("192.0.2.1");
  private final Sequence sequence = new Sequence(filter);

  private BodyGate gate(long declared, BodyInspector... inspectors) throws IOException {
    sequence.guard.inspectors(inspectors).hold(HOLD);
    Enforcement enforcement = sequence.installed();
    Vetted vetted = enforcement.connect(sequence.admitted("http://a.test/"));
    return enforcement.body(vetted, Headers.NONE, BodyFacts.declared(declared, null, null));
  }

  private void leave(ByteBuffer bytes) {
    left.append(StandardCharsets.ISO_8859_1.decode(bytes));
  }

  private void write(BodyGate gate, String text) throws IOException {
    gate.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)), this::leave);
  }

  @Test
  void nothing_leaves_while_all_of_it_can_be_held() throws IOException {
    BodyGate gate = gate(BodyFacts.UNKNOWN_LENGTH, FindText.denying(SECRET));

    write(gate, "a".repeat(HOLD));
    assertThat(left).isEmpty();
    gate.finish(this::leave);
    assertThat(left).hasToString("a".repeat(HOLD));
  }

  @Test
  void longer_body_streams_what_the_inspection_clears() throws IOException {
    BodyGate gate = gate(BodyFacts.UNKNOWN_LENGTH, FindText.denying(SECRET));

    write(gate, "a".repeat(100));
    assertThat(left).hasSize(100 - SECRET.length() + 1);
    gate.finish(this::leave);
    assertThat(left).hasSize(100);
  }

  @Test
  void finding_behind_the_hold_stops_the_body_before_it() throws IOException {
    BodyGate gate = gate(BodyFacts.UNKNOWN_LENGTH, FindText.denying(SECRET));
    write(gate, "a".repeat(100) + "SEC");

    assertDenied(ReasonCode.DLP_MATCH, () -> write(gate, "RET and more"));

    assertThat(left.toString()).doesNotContain("SEC", "RET");
    assertDenied(ReasonCode.INSPECTION_FAILED, () -> write(gate, "even more"));
    assertDenied(ReasonCode.INSPECTION_FAILED, () -> gate.finish(this::leave));
    assertThat(left.toString()).doesNotContain("more");
  }

  @Test
  void body_longer_than_declared_is_denied_before_the_surplus_leaves() throws IOException {
    BodyGate gate = gate(100, FindText.denying(SECRET));
    write(gate, "a".repeat(100));

    assertDenied(ReasonCode.INSPECTION_FAILED, () -> write(gate, "b"));
    assertThat(left.toString()).doesNotContain("b");
  }

  @Test
  void body_shorter_than_declared_is_denied_before_its_end_leaves() throws IOException {
    BodyGate gate = gate(101, FindText.denying(SECRET));
    write(gate, "a".repeat(100));

    assertDenied(ReasonCode.INSPECTION_FAILED, () -> gate.finish(this::leave));
    assertThat(left).hasSizeLessThan(100);
  }

  @Test
  void held_body_shorter_than_declared_is_denied() throws IOException {
    BodyGate gate = gate(5, FindText.denying(SECRET));
    write(gate, "four");

    assertDenied(ReasonCode.INSPECTION_FAILED, () -> gate.finish(this::leave));
    assertThat(left).isEmpty();
  }

  @Test
  void body_where_none_was_declared_is_denied() throws IOException {
    BodyGate gate = gate(0, FindText.denying(SECRET));

    assertDenied(ReasonCode.INSPECTION_FAILED, () -> write(gate, "a"));
  }

  @Test
  void held_body_may_change_its_length() throws IOException {
    BodyGate gate = gate(SECRET.length() + 2, FindText.redacting(SECRET, "*"));

    assertThat(gate.holdsAll()).isTrue();
    write(gate, "a" + SECRET + "b");
    gate.finish(this::leave);
    assertThat(left).hasToString("a*b");
  }

  @Test
  void streamed_body_may_change_a_length_that_is_not_stated() throws IOException {
    BodyGate gate = gate(100 + SECRET.length(), FindText.redacting(SECRET, "*"));
    write(gate, "a".repeat(100) + SECRET);
    gate.finish(this::leave);

    assertThat(left).hasToString("a".repeat(100) + "*");
  }

  @Test
  void streamed_body_may_not_change_its_stated_length() throws IOException {
    BodyGate gate = gate(100 + SECRET.length(), FindText.redacting(SECRET, "*"));
    gate.stateLength();
    write(gate, "a".repeat(100) + SECRET);

    assertDenied(ReasonCode.INSPECTION_FAILED, () -> gate.finish(this::leave));
  }

  @Test
  void what_one_inspection_passes_on_the_next_one_inspects() throws IOException {
    BodyInspector other = new OtherProfile("other", FindText.denying("a*b"));
    filter.allow("a.test", new Obligation.Inspect(Set.of(FindText.PROFILE, "other")));
    BodyGate gate = gate(BodyFacts.UNKNOWN_LENGTH, FindText.redacting(SECRET, "*"), other);
    write(gate, "a" + SECRET);

    assertDenied(
        ReasonCode.DLP_MATCH,
        () -> {
          write(gate, "b");
          gate.finish(this::leave);
        });
    assertThat(left).isEmpty();
  }

  @Test
  void failure_of_the_connection_is_passed_on_as_it_is() throws IOException {
    BodyGate gate = gate(BodyFacts.UNKNOWN_LENGTH, FindText.denying(SECRET));
    IOException broken = new IOException("broken pipe");

    assertThatThrownBy(
            () ->
                gate.write(
                    ByteBuffer.wrap(new byte[100]),
                    bytes -> {
                      throw broken;
                    }))
        .isSameAs(broken);
  }

  @Test
  void inspected_body_is_decided_once_with_what_was_found() throws IOException {
    BodyGate gate = gate(BodyFacts.UNKNOWN_LENGTH, FindText.redacting(SECRET, "*"));
    write(gate, SECRET);
    gate.finish(this::leave);

    assertThat(sequence.told)
        .extracting(Decision::phase)
        .containsExactly(Phase.REQUEST, Phase.CONNECT, Phase.BODY);
  }

  @Test
  void policy_may_deny_what_the_inspector_would_let_pass() throws IOException {
    filter.denyWhen(
        request ->
            request.phase() == Phase.BODY && !request.body().findings().isEmpty()
                ? ReasonCode.DENIED_BY_RULE
                : null);
    BodyGate gate = gate(BodyFacts.UNKNOWN_LENGTH, FindText.redacting(SECRET, "*"));
    write(gate, SECRET);

    assertDenied(ReasonCode.DENIED_BY_RULE, () -> gate.finish(this::leave));
    assertThat(left).isEmpty();
  }

  @Test
  void gate_that_has_nothing_to_inspect_says_so() throws IOException {
    filter.allow("a.test");

    assertThat(gate(BodyFacts.UNKNOWN_LENGTH).inspects()).isFalse();
  }
}
