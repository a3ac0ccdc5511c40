package io.egressrules.engine.enforce;

import static io.egressrules.engine.enforce.Denials.assertDenied;
import static io.egressrules.engine.enforce.Sequence.allowingOne;
import static io.egressrules.engine.enforce.Sequence.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.egressrules.BodyFacts;
import io.egressrules.EgressDeniedException;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.Headers;
import io.egressrules.Obligation;
import io.egressrules.ReasonCode;
import io.egressrules.net.IpAddress;
import io.egressrules.spi.AddressResolver;
import io.egressrules.spi.BodyInspector;
import io.egressrules.spi.Inspection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever fails, the call is denied with a reason of its own; nothing that was thrown gets out.
 */
class FailClosedTest {
  private static final String CANARY = "canary-7f3a";

  /** Ways to fail; each says what nobody may read. */
  enum Failure {
    RUNTIME_EXCEPTION(() -> new IllegalStateException(CANARY)),
    STACK_OVERFLOW(() -> new StackOverflowError(CANARY)),
    OUT_OF_MEMORY(() -> new OutOfMemoryError(CANARY)),
    ASSERTION(() -> new AssertionError(CANARY)),
    CHECKED_UNDECLARED(() -> new InterruptedException(CANARY));

    private final Supplier<Throwable> made;

    Failure(Supplier<Throwable> made) {
      this.made = made;
    }

    <T> T fail() {
      return Failure.<RuntimeException, T>sneak(made.get());
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable, T> T sneak(Throwable thrown) throws X {
      throw (X) thrown;
    }
  }

  private static void assertSilent(EgressDeniedException denied) {
    assertThat(denied.toString() + denied.decision()).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @EnumSource
  void filter_that_fails(Failure how) {
    FakeFilter failing = allowingOne().denyWhen(request -> how.fail());

    assertSilent(
        assertDenied(
            ReasonCode.INTERNAL_FAILURE,
            () -> new Sequence(failing).admitted("http://a.test/" + CANARY)));
  }

  @ParameterizedTest
  @EnumSource
  void filter_that_fails_at_connect(Failure how) throws IOException {
    FakeFilter failing =
        allowingOne().denyWhen(request -> request.addresses() == null ? null : how.fail());
    Sequence sequence = new Sequence(failing);
    Admission admission = sequence.admitted("http://a.test/");

    assertSilent(
        assertDenied(ReasonCode.INTERNAL_FAILURE, () -> sequence.installed().connect(admission)));
  }

  @ParameterizedTest
  @EnumSource
  void source_of_policies_that_fails(Failure how) {
    AtomicReference<@Nullable Failure> failing = new AtomicReference<>();
    EgressFilter filter = allowingOne();
    Enforcement enforcement =
        EgressGuard.builder(() -> failing.get() == null ? filter : how.fail())
            .build()
            .install(Sequence.ABLE);

    failing.set(how);

    assertSilent(
        assertDenied(
            ReasonCode.INTERNAL_FAILURE,
            () -> enforcement.request(get("http://a.test/"), Caller.UNSTATED)));
  }

  @Test
  void policy_that_is_missing() {
    AtomicReference<@Nullable EgressFilter> policy = new AtomicReference<>(allowingOne());
    Enforcement enforcement = EgressGuard.builder(policy::get).build().install(Sequence.ABLE);

    policy.set(null);

    assertDenied(
        ReasonCode.INTERNAL_FAILURE,
        () -> enforcement.request(get("http://a.test/"), Caller.UNSTATED));
  }

  @ParameterizedTest
  @EnumSource
  void caller_that_cannot_be_told(Failure how) {
    Sequence sequence = new Sequence(allowingOne());
    sequence.guard.caller(() -> how.fail());

    assertSilent(
        assertDenied(ReasonCode.INTERNAL_FAILURE, () -> sequence.admitted("http://a.test/")));
  }

  @ParameterizedTest
  @EnumSource
  void listener_that_fails_changes_nothing(Failure how) throws IOException {
    Sequence sequence = new Sequence(allowingOne());
    sequence.guard.listener((request, decision) -> how.fail());

    assertThatCode(() -> sequence.admitted("http://a.test/")).doesNotThrowAnyException();
    assertDenied(ReasonCode.NO_RULE_MATCHED, () -> sequence.admitted("http://b.test/"));
  }

  @ParameterizedTest
  @EnumSource
  void resolver_that_fails(Failure how) throws IOException {
    assertSilent(assertDnsFailed(name -> how.fail()));
  }

  @Test
  void resolver_that_knows_no_name_times_out_or_says_nonsense() throws IOException {
    assertDnsFailed(
        name -> {
          throw new UnknownHostException(CANARY);
        });
    assertDnsFailed(
        name -> {
          throw new SocketTimeoutException(CANARY);
        });
    assertDnsFailed(name -> Failure.<RuntimeException, List<IpAddress>>sneak(new IOException()));
    assertDnsFailed(name -> Arrays.asList(IpAddress.parse("192.0.2.1"), null));
    assertDnsFailed(name -> Collections.nCopies(10_000, IpAddress.parse("192.0.2.1")));
  }

  private static EgressDeniedException assertDnsFailed(AddressResolver resolver)
      throws IOException {
    Sequence sequence = new Sequence(allowingOne());
    sequence.guard.resolver(resolver);
    Admission admission = sequence.admitted("http://a.test/");
    return assertDenied(ReasonCode.DNS_FAILED, () -> sequence.installed().connect(admission));
  }

  @Test
  void interrupted_thread_is_decided_like_any_other() {
    Thread.currentThread().interrupt();
    try {
      assertDenied(
          ReasonCode.NO_RULE_MATCHED, () -> new Sequence(allowingOne()).admitted("http://b.test/"));
    } finally {
      assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void proxy_selector_that_fails(Failure how) throws IOException {
    Sequence sequence = new Sequence(allowingOne());
    Admission admission = sequence.admitted("http://a.test/");

    assertSilent(
        assertDenied(
            ReasonCode.INTERNAL_FAILURE,
            () -> sequence.installed().via(admission, () -> how.fail())));
  }

  @ParameterizedTest
  @EnumSource
  void inspector_that_fails_to_begin(Failure how) {
    assertSilent(
        assertDenied(
            ReasonCode.INSPECTION_FAILED,
            () -> inspectedBy(new Broken(how, Stage.BEGIN)).admitted("http://a.test/")));
  }

  @ParameterizedTest
  @EnumSource
  void inspection_that_fails_at_any_stage(Failure how) throws IOException {
    for (Stage stage : List.of(Stage.NEXT, Stage.FINISH, Stage.FINDINGS)) {
      Sequence sequence = inspectedBy(new Broken(how, stage));
      assertSilent(
          assertDenied(
              ReasonCode.INSPECTION_FAILED,
              () -> {
                Enforcement enforcement = sequence.installed();
                Vetted vetted = enforcement.connect(sequence.admitted("http://a.test/"));
                try (BodyGate gate =
                    enforcement.body(vetted, Headers.NONE, BodyFacts.declared(3, null, null))) {
                  gate.write(ByteBuffer.wrap(new byte[3]), out -> fail());
                  gate.finish(out -> fail());
                }
              }));
    }
  }

  private static void fail() {
    throw new AssertionError("bytes left before they were judged");
  }

  private static Sequence inspectedBy(BodyInspector inspector) {
    Sequence sequence =
        new Sequence(
            new FakeFilter()
                .allow("a.test", new Obligation.Inspect(Set.of(FindText.PROFILE)))
                .at("192.0.2.1"));
    sequence.guard.inspectors(inspector);
    return sequence;
  }

  private enum Stage {
    BEGIN,
    NEXT,
    FINISH,
    FINDINGS
  }

  /** Fails at one stage of an inspection. */
  private record Broken(Failure how, Stage at) implements BodyInspector, Inspection {
    private void reach(Stage stage) {
      if (stage == at) {
        how.fail();
      }
    }

    @Override
    public Set<String> profiles() {
      return Set.of(FindText.PROFILE);
    }

    @Override
    public Inspection begin(EgressRequest request, Set<String> profiles) {
      reach(Stage.BEGIN);
      return this;
    }

    @Override
    public void next(ByteBuffer chunk, Sink sink) {
      reach(Stage.NEXT);
    }

    @Override
    public void finish(Sink sink) {
      reach(Stage.FINISH);
    }

    @Override
    public List<Finding> findings() {
      reach(Stage.FINDINGS);
      return List.of();
    }

    @Override
    public void close() {
      how.fail();
    }
  }
}
