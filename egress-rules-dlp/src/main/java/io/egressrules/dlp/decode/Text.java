package io.egressrules.dlp.decode;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text as it comes in: its last bytes, its origins, who takes it and what is derived from it. All
 * places in it are offsets of the text; {@link #index} tells where one stands in {@link #bytes}.
 */
final class Text {
  /** How far the place of a decoder may be behind the end. */
  static final int LAG = 512;

  /** How far before its place a decoder may look back. */
  static final int LOOK_BACK = 512;

  private static final int KEPT = LAG + LOOK_BACK;
  private static final int BLOCK = 1 << 13;
  private static final int SIZE = KEPT + Marks.STRETCH + BLOCK;

  private final Unfolding unfolding;
  private final Layer layer;
  private final Layers.@Nullable Sink sink;
  private final @Nullable Origins within;
  private List<Decoder> decoders = List.of();
  private final Marks marks = new Marks();
  private byte[] bytes = new byte[64];
  private long base;
  private int filled;
  private int read;
  private boolean ended;

  /** A text; without a sink it is dropped as it comes. A view knows what it copies. */
  Text(Unfolding unfolding, Layer layer, Layers.@Nullable Sink sink, boolean view) {
    this.unfolding = unfolding;
    within = view ? new Origins() : null;
    this.layer = layer;
    this.sink = sink;
  }

  void decoders(List<Decoder> all) {
    decoders = all;
  }

  Layer layer() {
    return layer;
  }

  Origins origins() {
    return layer.origins();
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where in {@link #bytes} an offset stands. */
  int index(long offset) {
    return (int) (offset - base);
  }

  /** The offset of an index of {@link #bytes}. */
  long offset(int index) {
    return base + index;
  }

  /** The index after the last byte. */
  int limit() {
    return filled;
  }

  /** What the decoders look for, as far as they are told to read. */
  Marks marks() {
    return marks;
  }

  /**
   * Adds up to 8 bytes, the last in the lowest bits, that came together from a range of the body.
   */
  void put(long word, int length, long from, long to) {
    if (room(length) == 0) {
      return;
    }
    for (int left = length; left > 3; left--) {
      bytes[filled++] = (byte) (word >> ((left - 1) * Byte.SIZE));
    }
    if (length > 2) {
      bytes[filled++] = (byte) (word >> 16);
    }
    if (length > 1) {
      bytes[filled++] = (byte) (word >> 8);
    }
    bytes[filled++] = (byte) word;
    origins().append(length, length, from, (int) (to - from));
  }

  /** Adds a range of another text as it is. */
  void copy(Text other, long from, long to) {
    long at = from;
    while (at < to) {
      int room = room(1);
      if (room == 0) {
        return;
      }
      int length = (int) Math.min(room, to - at);
      System.arraycopy(other.bytes, other.index(at), bytes, filled, length);
      filled += length;
      origins().copy(other.origins(), at, at + length);
      if (within != null) {
        within.append(length, 1, at, 1);
      }
      at += length;
    }
  }

  /** Learns that the last bytes of this view stand for a spelling in the text it is a view of. */
  void spelled(long bytes, long from, int length) {
    if (within != null && bytes > 0) {
      within.append(bytes, (int) bytes, from, length);
    }
  }

  /**
   * Whether a range of this text is copied from the one it is a view of, so that all that can be
   * derived from it is derived there. A spelling is longer than what it stands for, but for a plus.
   */
  boolean copied(long first, long last) {
    return within != null
        && within.end(last) - within.start(Math.max(0, first)) == last - Math.max(0, first) + 1;
  }

  /** Whether it is a view of another text. */
  boolean isView() {
    return within != null;
  }

  /** Adds bytes of the body itself. */
  void feed(byte[] source, int offset, int length) {
    int done = 0;
    while (done < length) {
      int room = Math.min(room(Math.min(length - done, BLOCK)), length - done);
      System.arraycopy(source, offset + done, bytes, filled, room);
      origins().append(room, 1, base + filled, 1);
      filled += room;
      done += room;
    }
  }

  /** Adds some bytes, at most {@value #BLOCK}, that came together from a range of the body. */
  void add(byte[] source, int length, long from, long to) {
    if (room(length) > 0) {
      System.arraycopy(source, 0, bytes, filled, length);
      filled += length;
      origins().append(length, length, from, (int) (to - from));
    }
  }

  /**
   * Makes room for some bytes, few or {@value #BLOCK}; tells for how many there is, 0 if dropped.
   */
  int room(int length) {
    if (dropped()) {
      return 0;
    }
    if (filled + length > bytes.length) {
      if (bytes.length < SIZE) {
        bytes = Arrays.copyOf(bytes, Math.min(SIZE, Math.max(bytes.length * 4, filled + length)));
      }
      if (filled + length > bytes.length) {
        flush(false);
        int kept = Math.max(0, filled - KEPT) / Marks.STRETCH * Marks.STRETCH;
        marks.forget(kept);
        System.arraycopy(bytes, kept, bytes, 0, filled - kept);
        base += kept;
        filled -= kept;
        read = filled;
      }
    }
    return bytes.length - filled;
  }

  /** Whether what is added goes nowhere. */
  boolean dropped() {
    return sink == null || ended;
  }

  /** Passes on and reads what was added since. */
  void flush() {
    if (filled > read) {
      flush(false);
    }
  }

  /** Ends the text, and whatever is derived from it. */
  void end() {
    if (sink == null || ended) {
      return;
    }
    flush(true);
    stop();
  }

  private void flush(boolean last) {
    if (sink == null) {
      return;
    }
    if (filled > read) {
      sink.text(bytes, read, filled - read);
    }
    marks.read(bytes, read, filled);
    for (Decoder decoder : decoders) {
      decoder.read(last);
    }
    int added = filled - read;
    read = filled;
    if (!unfolding.grow(layer, added) && !last) {
      stop();
    }
  }

  private void stop() {
    if (sink != null && !ended) {
      ended = true;
      close();
      sink.end();
      unfolding.ended();
    }
  }

  /** The offset of the body before which nothing more is derived from. */
  long settled() {
    if (dropped()) {
      return Long.MAX_VALUE;
    }
    long settled = origins().start(base + read);
    for (Decoder decoder : decoders) {
      settled = Math.min(settled, decoder.settled());
    }
    return settled;
  }

  /** Frees what it holds. */
  void close() {
    decoders.forEach(Decoder::close);
    decoders = List.of();
  }
}
