package io.egressrules.dlp;

import io.egressrules.Finding;
import io.egressrules.spi.Inspection.Sink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a body on their way out: those that are held, and what is to be replaced in them.
 * Offsets count bytes from the begin of the body as it was given.
 */
final class Outflow {
  private static final int SMALLEST = 1024;

  /** As much as is held of a long body: a batch, what cannot leave yet, and the next piece. */
  private static final int USUAL = 96 * 1024;

  private record Replacement(long end, String by, Finding finding) {}

  private final Medium medium;
  private final Consumer<Finding> refused;
  private final TreeMap<Long, Replacement> replacements = new TreeMap<>();
  private byte[] held = new byte[0];
  private int from;
  private int to;
  private long released;
  private boolean stopped;

  /**
   * Begins a body.
   *
   * @param refused learns of a finding whose value cannot be replaced; nothing more leaves
   */
  Outflow(Medium medium, Consumer<Finding> refused) {
    this.medium = medium;
    this.refused = refused;
  }

  /** Holds the next bytes of a chunk; there must be so many. */
  void take(ByteBuffer chunk, int length) {
    makeRoom(length);
    chunk.get(held, to, length);
    to += length;
  }

  /** The bytes that are held, until more are taken or some leave. */
  byte[] held() {
    return held;
  }

  /** Where in {@link #held} the last byte that was taken ends. */
  int end() {
    return to;
  }

  private void makeRoom(int length) {
    if (to + length <= held.length) {
      return;
    }
    int size = to - from;
    byte[] roomy = held;
    if (size + length > held.length || from < held.length / 4) {
      roomy = new byte[roomFor(size + length)];
    }
    System.arraycopy(held, from, roomy, 0, size);
    held = roomy;
    from = 0;
    to = size;
  }

  /** Twice as much as is needed; of what goes on after a first piece, enough for all it will be. */
  private int roomFor(int needed) {
    int usual = held.length == 0 ? SMALLEST : USUAL;
    return Math.max(usual, 2 * needed);
  }

  /** The offset of the first byte that has not left. */
  long released() {
    return released;
  }

  /** Has a value replaced. What overlaps another is replaced together with it. */
  void replace(Finding finding, String by) {
    long first = finding.start();
    long last = finding.end();
    if (first < released) {
      refuse(finding);
      return;
    }
    String text = by;
    Map.Entry<Long, Replacement> other = replacements.floorEntry(last - 1);
    while (other != null && other.getValue().end() > first) {
      replacements.remove(other.getKey());
      text = other.getKey() <= first ? other.getValue().by() : text;
      first = Math.min(first, other.getKey());
      last = Math.max(last, other.getValue().end());
      other = replacements.floorEntry(last - 1);
    }
    replacements.put(first, new Replacement(last, text, finding));
  }

  /** What is held stays, for it may be looked through just now; none of it leaves. */
  private void refuse(Finding finding) {
    refused.accept(finding);
    stopped = true;
  }

  /** Lets the bytes before an offset leave, replaced where they are to be. */
  void release(long until, Sink sink) throws IOException {
    while (!stopped
        && !replacements.isEmpty()
        && replacements.firstEntry().getValue().end() <= until) {
      Map.Entry<Long, Replacement> next = replacements.pollFirstEntry();
      pass(next.getKey(), sink);
      write(next.getValue(), sink);
    }
    if (!stopped) {
      pass(replacements.isEmpty() ? until : Math.min(until, replacements.firstKey()), sink);
    }
  }

  private void write(Replacement replacement, Sink sink) throws IOException {
    int end = index(replacement.end());
    byte @Nullable [] text = medium.replace(held, from, end, to, replacement.by());
    if (text == null) {
      refuse(replacement.finding());
      return;
    }
    skip(end);
    if (text.length > 0) {
      sink.accept(ByteBuffer.wrap(text));
    }
  }

  private void pass(long until, Sink sink) throws IOException {
    int end = index(until);
    if (end > from) {
      medium.pass(held, from, end);
      ByteBuffer bytes = ByteBuffer.wrap(held, from, end - from).slice().asReadOnlyBuffer();
      skip(end);
      sink.accept(bytes);
    }
  }

  private int index(long offset) {
    return (int) Math.min(to, from + offset - released);
  }

  private void skip(int index) {
    released += index - from;
    from = index;
  }

  /** Lets nothing more leave and forgets what is held. */
  void stop() {
    stopped = true;
    Arrays.fill(held, (byte) 0);
    held = new byte[0];
    from = 0;
    to = 0;
    replacements.clear();
  }
}
