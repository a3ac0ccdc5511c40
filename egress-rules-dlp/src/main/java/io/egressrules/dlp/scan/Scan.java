package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The search of one text, given piece by piece, for the patterns of a {@link PatternSet}. What it
 * finds does not depend on how the text is cut into pieces. Used by one thread at a time.
 *
 * <p>It keeps the last {@value #REACH} bytes of the text, and somewhat more, and takes at most 64
 * KiB while nothing is found, whatever the length of the text.
 */
public final class Scan {
  /** How long a match may be, in bytes; a longer one is told of as out of reach. */
  public static final int REACH = Text.REACH;

  /** How many bytes on either side of a hit can be copied while the hit is received. */
  public static final int CONTEXT = 256;

  private final PatternSet patterns;
  private final HitSink sink;
  private final Text text = new Text();
  private final Window window = new Window();
  private final TriggerWalk walk;

  /** The runs that were needed so far, by their patterns; most texts need none. */
  private Run @Nullable [] runs;

  private final List<Run> active = new ArrayList<>();
  private final PriorityQueue<Hit> hits =
      new PriorityQueue<>(Comparator.comparingLong(Hit::start).thenComparingInt(Hit::pattern));

  /** Up to where the walk has gone. */
  private long walked;

  /** Before which offset nothing was found to be undecided any more. */
  private long decided;

  private long steps;

  Scan(PatternSet patterns, HitSink sink) {
    this.patterns = patterns;
    this.sink = sink;
    walk = new TriggerWalk(patterns.table());
  }

  /**
   * Searches the next piece of the text.
   *
   * @param bytes holds the piece
   * @param offset where the piece begins
   * @param length how many bytes it has
   * @throws IndexOutOfBoundsException if the array has no such piece
   * @throws IllegalStateException if the text has ended
   */
  public void feed(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    checkOpen();
    int from = offset;
    while (from < offset + length) {
      from += text.append(bytes, from, offset + length - from);
      search();
    }
  }

  /**
   * Ends the text. All hits have been received after this.
   *
   * @throws IllegalStateException if the text has ended already
   */
  public void finish() {
    checkOpen();
    text.close();
    search();
  }

  private void checkOpen() {
    if (text.hasEnded()) {
      throw new IllegalStateException("the text has ended; begin another scan");
    }
  }

  /**
   * How many of the last bytes fed may still belong to a hit that has not been received. What is
   * uncertain is counted in, up to {@value #REACH} bytes.
   *
   * @return a number of bytes; 0 after the end
   */
  public long holdBack() {
    long first = hits.isEmpty() ? Long.MAX_VALUE : hits.element().start();
    return text.offset(text.end()) - Math.min(first, decided());
  }

  /**
   * Copies bytes of the text. While a hit is received, its bytes and the context around them are at
   * hand; of other bytes, those that are kept.
   *
   * @param start the offset of the first byte
   * @param end the offset after the last byte
   * @return the bytes from {@code start} to {@code end}, but for those beyond either end of what is
   *     kept
   */
  public byte[] copy(long start, long end) {
    int from = Math.min(text.index(start), text.end());
    int to = (int) Math.max(from, Math.min(end - text.offset(0), text.end()));
    return Arrays.copyOfRange(text.bytes(), from, to);
  }

  private void search() {
    for (int i = 0; i < active.size(); i++) {
      active.get(i).resume();
    }
    byte[] bytes = text.bytes();
    int from = text.index(walked);
    int settled = text.settled();
    while (from < settled) {
      int to = Math.min(settled, from + TriggerWalk.MAX_STRETCH);
      walk.walk(bytes, from, to);
      walked = text.offset(to);
      steps += to - from;
      for (int lane = 0; lane < TriggerWalk.LANES; lane++) {
        for (int i = 0; i < walk.count(lane); i++) {
          follow(walk.found(lane, i), from + walk.offset(lane, i) + 1);
        }
      }
      from = to;
    }
    for (int i = 0; i < active.size(); i++) {
      active.get(i).settle();
    }
    active.removeIf(Run::isIdle);
    deliver();
  }

  private void follow(Trigger[] triggers, int end) {
    for (Trigger trigger : triggers) {
      if (trigger.isGate()) {
        run(trigger.pattern()).passGate(trigger, end);
      } else if (trigger.mayGoOn(text.bytes(), end, text.end())) {
        run(trigger.pattern()).notice(trigger, end);
      }
    }
  }

  private Run run(int pattern) {
    Run[] all = runs;
    if (all == null) {
      all = new Run[patterns.size()];
      runs = all;
    }
    Run run = all[pattern];
    if (run == null) {
      run = new Run(patterns.search(pattern), this, text);
      all[pattern] = run;
    }
    return run;
  }

  private boolean hasRun(int pattern) {
    return runs != null && runs[pattern] != null;
  }

  /** Lets a run notice the triggers again that it missed while it waited. */
  void walkAgain(Run run, long from) {
    TriggerTable table = patterns.table();
    byte[] bytes = text.bytes();
    int to = text.index(walked);
    int state = from == 0 ? table.start() : table.root();
    for (int i = Math.max(0, text.index(from) - 1); i < to; i++) {
      state = table.next(state, bytes[i]);
      if (state >= table.firstFound()) {
        for (Trigger trigger : table.found(state)) {
          if (trigger.pattern() == run.pattern() && !trigger.isGate()) {
            run.notice(trigger, i + 1);
          }
        }
      }
    }
    steps += Math.max(0, to - text.index(from));
  }

  /** Keeps a run in mind, to be gone on with at the end of each piece. */
  void activate(Run run) {
    if (!active.contains(run)) {
      active.add(run);
    }
  }

  Window window() {
    return window;
  }

  void found(Hit hit) {
    hits.add(hit);
  }

  void outOfReach(int pattern, long start, long end) {
    sink.outOfReach(pattern, start, end);
  }

  void countStep() {
    steps++;
  }

  void countSteps(long more) {
    steps += more;
  }

  /** The work done so far: bytes looked up, characters stepped over, and characters judged. */
  long steps() {
    return steps;
  }

  /** Before which offset nothing can be found any more; what was decided once remains so. */
  private long decided() {
    long end = text.offset(text.settled());
    if (text.hasEnded()) {
      return end;
    }
    long first = end - patterns.lag();
    for (Run run : active) {
      first = Math.min(first, run.undecidedFrom());
    }
    for (int pattern : patterns.far()) {
      if (hasRun(pattern)) {
        first = Math.min(first, run(pattern).undecidedFrom());
      } else if (!patterns.search(pattern).isGated()) {
        first = Math.min(first, end - REACH);
      } // else no gate was seen, and the lag speaks for one that is still to come
    }
    decided = Math.max(decided, first);
    return decided;
  }

  private void deliver() {
    if (hits.isEmpty()) {
      return;
    }
    long before = decided();
    long known = text.offset(text.settled()) - CONTEXT;
    while (!hits.isEmpty()) {
      Hit first = hits.element();
      if (!text.hasEnded() && (first.start() >= before || first.end() > known)) {
        return;
      }
      sink.hit(hits.remove());
    }
  }
}
