package io.egressrules.engine.client.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.BodyFacts;
import io.egressrules.Capability;
import io.egressrules.EgressDeniedException;
import io.egressrules.EgressRequest;
import io.egressrules.Headers;
import io.egressrules.Obligation;
import io.egressrules.engine.enforce.BodyGate;
import io.egressrules.engine.enforce.Caller;
import io.egressrules.engine.enforce.ClientAbilities;
import io.egressrules.engine.enforce.EgressGuard;
import io.egressrules.engine.enforce.Enforcement;
import io.egressrules.engine.enforce.FakeFilter;
import io.egressrules.engine.enforce.FindText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Flow;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A screen passes what its gate lets out, when it is asked for, however chunks and demand fall. */
class ScreenProperties {
  private static final int HOLD = 64;

  @Property
  void clean_body_arrives_as_it_is(
      @ForAll @Size(max = 12) List<@IntRange(max = 60) Integer> chunks,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 4) Integer> demand)
      throws EgressDeniedException {
    Source source = new Source(chunks);
    Screen screen = new Screen(gate());
    source.subscribe(screen);
    String whole = source.text();

    assertThat(screen.collected()).as("whatever may leave, or the end").isCompleted();
    assertThat(screen.isWhole()).isEqualTo(whole.length() <= HOLD || source.isOver());
    Sink sink = new Sink(demand);
    screen.release(sink);
    sink.run();

    assertThat(sink.text).hasToString(whole);
    assertThat(sink.completed).isTrue();
    assertThat(sink.overflowed).as("more than was asked for").isFalse();
  }

  @Property
  void nothing_behind_a_secret_arrives(
      @ForAll @Size(max = 12) List<@IntRange(max = 60) Integer> before,
      @ForAll @Size(max = 3) List<@IntRange(max = 60) Integer> after)
      throws EgressDeniedException {
    Source source = new Source(before).then("SECRET").thenAll(after);
    Screen screen = new Screen(gate());
    source.subscribe(screen);
    Sink sink = new Sink(List.of(1));
    if (!screen.collected().isCompletedExceptionally()) {
      screen.release(sink);
      sink.run();
      assertThat(sink.failure).isInstanceOf(EgressDeniedException.class);
    }

    assertThat(sink.text).doesNotContain("S");
    assertThat(sink.completed).isFalse();
    assertThat(source.cancelled).isTrue();
  }

  private static BodyGate gate() throws EgressDeniedException {
    EgressGuard guard =
        EgressGuard.builder(
                new FakeFilter()
                    .allow("127.0.0.2", new Obligation.Inspect(Set.of(FindText.PROFILE)))
                    .at("127.0.0.2"))
            .inspectors(FindText.denying("SECRET"))
            .hold(HOLD)
            .build();
    Enforcement enforcement =
        guard.install(ClientAbilities.of("test", EnumSet.allOf(Capability.class)));
    return enforcement.body(
        enforcement.connect(
            enforcement.request(EgressRequest.toUrl("http://127.0.0.2/"), Caller.UNSTATED)),
        Headers.NONE,
        BodyFacts.declared(BodyFacts.UNKNOWN_LENGTH, null, null));
  }

  /** Publishes its chunks one at a time, when asked, on the thread that asks. */
  private static final class Source implements Flow.Publisher<ByteBuffer>, Flow.Subscription {
    private final Deque<String> chunks = new ArrayDeque<>();
    private Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
    private boolean cancelled;

    Source(List<Integer> sizes) {
      thenAll(sizes);
    }

    Source then(String chunk) {
      chunks.add(chunk);
      return this;
    }

    Source thenAll(List<Integer> sizes) {
      sizes.forEach(size -> chunks.add("x".repeat(size)));
      return this;
    }

    String text() {
      return all;
    }

    private String all = "";

    boolean isOver() {
      return chunks.isEmpty();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> to) {
      all = String.join("", chunks);
      subscriber = to;
      to.onSubscribe(this);
      endIfOver();
    }

    @Override
    public void request(long n) {
      for (long i = 0; i < n && !chunks.isEmpty() && !cancelled; i++) {
        subscriber.onNext(ByteBuffer.wrap(chunks.remove().getBytes(StandardCharsets.ISO_8859_1)));
        endIfOver();
      }
    }

    private boolean ended;

    private void endIfOver() {
      if (chunks.isEmpty() && !cancelled && !ended) {
        ended = true;
        subscriber.onComplete();
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  /** Asks for what it was told to ask for, in turn and again. */
  private static final class Sink implements Flow.Subscriber<ByteBuffer> {
    private final List<Integer> demand;
    private final StringBuilder text = new StringBuilder();
    private Flow.@Nullable Subscription subscription;
    private long asked;
    private boolean completed;
    private boolean overflowed;
    private @Nullable Throwable failure;

    Sink(List<Integer> demand) {
      this.demand = new ArrayList<>(demand);
    }

    void run() {
      for (int turn = 0; turn < 2000 && !completed && failure == null; turn++) {
        int more = demand.get(turn % demand.size());
        asked += more;
        subscription.request(more);
      }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(ByteBuffer part) {
      overflowed |= --asked < 0;
      text.append(StandardCharsets.ISO_8859_1.decode(part));
    }

    @Override
    public void onError(Throwable thrown) {
      failure = thrown;
    }

    @Override
    public void onComplete() {
      completed = true;
    }
  }
}
