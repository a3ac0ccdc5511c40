package io.egressrules.dlp.decode;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hexadecimal digits in groups of 2, 4 or 8, with the same separator between all of them. */
final class Separators implements Joints {
  private static final int LEAST_BYTES = 8;
  private static final int LONGEST_GROUP = 8;
  private static final int LONGEST_BREAK = 16;
  private static final int LONGEST_BEGINNING = 48;

  /** How long the shortest run is that has a separator. */
  private static final int LEAST = 17;

  private static final byte[][] ALL =
      Stream.of(", 0x", " 0x", ",0x", ":0x", ", ", ":", "-", " ", ",", ";", "_", ".", "|")
          .map(separator -> separator.getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);

  private static final boolean[] IN_RUN = new boolean[256];

  /** What a separator begins with. */
  private static final boolean[] BEGINS = new boolean[256];

  static {
    for (byte[] separator : ALL) {
      BEGINS[separator[0] & 0xFF] = true;
      for (byte b : separator) {
        IN_RUN[b] = true;
      }
    }
    for (int i = 0; i < IN_RUN.length; i++) {
      IN_RUN[i] |= Digits.hex((byte) i) >= 0;
    }
  }

  /** Whether a byte may stand in a run. */
  static boolean isInRun(byte b) {
    return IN_RUN[b & 0xFF];
  }

  @Override
  public int search(Radix radix, Text text, int from, int limit, boolean last) {
    byte[] bytes = text.bytes();
    int at = from;
    while (at < limit) {
      at = text.marks().run(at, limit, Marks.GROUPS);
      int i = Math.min(at + LEAST, limit) - 1;
      while (i >= at && isInRun(bytes[i])) {
        i--;
      }
      if (i >= at) {
        at = i + 1;
      } else if (limit - at < LONGEST_BEGINNING && !last) {
        return ~at;
      } else if (begins(bytes, at, limit)) {
        return at;
      } else {
        at += Math.max(1, Digits.count(bytes, at, limit, 16, LONGEST_GROUP));
      }
    }
    return ~limit;
  }

  private static boolean begins(byte[] bytes, int at, int limit) {
    int group = Digits.count(bytes, at, limit, 16, LONGEST_GROUP);
    if (group != 2 && group != 4 && group != 8) {
      return false;
    }
    byte[] separator = at + group < limit ? separator(bytes, at + group, limit) : null;
    int next = at + group;
    for (int bytesSeen = group / 2; separator != null && bytesSeen < LEAST_BYTES; ) {
      if (!stands(separator, bytes, next, limit)
          || Digits.count(bytes, next + separator.length, limit, 16, group) < group) {
        return false;
      }
      next += separator.length + group;
      bytesSeen += group / 2;
    }
    return separator != null;
  }

  @Override
  public int over(Radix radix, byte[] bytes, int at, int limit, boolean last, int digits) {
    if (limit - at < LONGEST_BREAK && !last) {
      return WAIT;
    }
    byte[] separator = separator(bytes, at, limit);
    int end = Math.min(limit, at + LONGEST_BREAK) - 1;
    int i = separator == null ? at : at + separator.length;
    while (i < end && (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r')) {
      i++;
    }
    return i > at && i < end && Digits.hex(bytes, i, 2) >= 0 ? i : NONE;
  }

  private static byte @Nullable [] separator(byte[] bytes, int at, int limit) {
    if (at == limit || !BEGINS[bytes[at] & 0xFF]) {
      return null;
    }
    for (byte[] separator : ALL) {
      if (stands(separator, bytes, at, limit)) {
        return separator;
      }
    }
    return null;
  }

  private static boolean stands(byte[] separator, byte[] bytes, int at, int limit) {
    if (limit - at < separator.length) {
      return false;
    }
    for (int i = 0; i < separator.length; i++) {
      if (bytes[at + i] != separator[i]) {
        return false;
      }
    }
    return true;
  }
}
