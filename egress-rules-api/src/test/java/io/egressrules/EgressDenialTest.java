package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.net.IpAddress;
import io.egressrules.policy.RuleRef;
import io.egressrules.policy.SourceLocation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EgressDenialTest {
  private static final RuleRef RULE =
      new RuleRef("no-partner", SourceLocation.BUILDER, "team-a", null, null);
  private static final Decision DENIED =
      Decision.deny(
          Phase.CONNECT,
          Reason.builder(ReasonCode.DENIED_BY_RULE)
              .rule(RULE)
              .address(IpAddress.parse("192.0.2.1"), null)
              .build(),
          "sha256:1");

  static Stream<Exception> denials() {
    return Stream.of(
        new EgressDeniedException(DENIED, "egress denied"),
        new EgressDeniedHostException(DENIED, "egress denied"));
  }

  @ParameterizedTest
  @MethodSource("denials")
  void aDenialCarriesItsDecisionAndIsAnExceptionThatClientsExpect(Exception thrown) {
    assertThat(thrown).isInstanceOf(IOException.class).hasMessage("egress denied");
    assertThat(((EgressDenial) thrown).decision()).isSameAs(DENIED);
    assertThat(new EgressDeniedHostException(DENIED, "egress denied"))
        .isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @MethodSource("denials")
  void aDenialIsFoundBehindWhatWrapsIt(Exception thrown) {
    assertThat(EgressDenial.find(thrown)).containsSame((EgressDenial) thrown);
    assertThat(EgressDenial.find(new ExecutionException(new RuntimeException(thrown))))
        .containsSame((EgressDenial) thrown);
  }

  @Test
  void theOuterOfTwoDenialsIsFound() {
    EgressDeniedException inner = new EgressDeniedException(DENIED, "inner");
    EgressDeniedException outer = new EgressDeniedException(DENIED, "outer");
    outer.initCause(new UncheckedIOException(inner));
    assertThat(EgressDenial.find(new RuntimeException(outer))).containsSame(outer);
  }

  @Test
  void otherFailuresAreNoDenials() {
    assertThat(EgressDenial.find(new IOException("reset", new RuntimeException()))).isEmpty();
    assertThat(EgressDenial.find(null)).isEmpty();
  }

  @Test
  void suppressedDenialsAreNotTheCause() {
    IOException failure = new IOException("reset");
    failure.addSuppressed(new EgressDeniedException(DENIED, "egress denied"));
    assertThat(EgressDenial.find(failure)).isEmpty();
  }

  @Test
  void causesThatGoInACircleAreLeft() {
    RuntimeException one = new RuntimeException("one");
    RuntimeException other = new RuntimeException("other", one);
    one.initCause(other);
    assertThat(EgressDenial.find(one)).isEmpty();
  }

  @Test
  void theSearchEndsAfter64Exceptions() {
    EgressDeniedException denied = new EgressDeniedException(DENIED, "egress denied");
    assertThat(EgressDenial.find(wrapped(denied, 63))).containsSame(denied);
    assertThat(EgressDenial.find(wrapped(denied, 64))).isEmpty();
  }

  private static Throwable wrapped(Throwable thrown, int depth) {
    Throwable outer = thrown;
    for (int i = 0; i < depth; i++) {
      outer = new RuntimeException(outer);
    }
    return outer;
  }

  @Test
  void nobodyIsToldOfADenialThatIsNone() {
    Decision allowed =
        Decision.allow(
            Phase.REQUEST, Reason.of(ReasonCode.ALLOWED_BY_RULE), List.of(), List.of(), "sha256:1");
    assertThatThrownBy(() -> new EgressDeniedException(allowed, "egress denied"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EgressDeniedHostException(allowed, "egress denied"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Regression: after deserialization the decision was null. */
  @ParameterizedTest
  @MethodSource("denials")
  void aDeserializedDenialStillDeniesForTheSameCode(Exception thrown) throws Exception {
    Exception read = deserialized(serialized(thrown));
    assertThat(read).isExactlyInstanceOf(thrown.getClass()).hasMessage("egress denied");
    assertThat(((EgressDenial) read).decision())
        .isEqualTo(Decision.deny(Phase.CONNECT, Reason.of(ReasonCode.DENIED_BY_RULE), "sha256:1"));
    assertThat(EgressDenial.find(new RuntimeException(read))).containsSame((EgressDenial) read);
  }

  private static byte[] serialized(Exception thrown) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thrown);
    }
    return bytes.toByteArray();
  }

  private static Exception deserialized(byte[] bytes) throws Exception {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (Exception) in.readObject();
    }
  }
}
