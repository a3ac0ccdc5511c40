package io.egressrules.dlp.decode;

import java.util.Arrays;

/**
 * Where in a body the bytes of a text came from: ranges of the body by offsets of the text. What
 * lies more than {@value #WINDOW} bytes behind the end of the text may be forgotten.
 *
 * <p>A text is kept as runs of equal units: of a Base64 run, say, units of 3 bytes that came from
 * 4. Memory grows with the runs of the window, so it is bounded, and a few words for most texts.
 */
public final class Origins {
  /** How far back the origins of a text are known, in bytes of the text. */
  public static final int WINDOW = 1 << 15;

  private long[] text = new long[4];
  private long[] body = new long[4];
  private int[] unit = new int[4];
  private int[] stride = new int[4];
  private int count;
  private int recent;
  private long length;

  Origins() {}

  /**
   * How long the text is so far.
   *
   * @return bytes
   */
  public long length() {
    return length;
  }

  /**
   * Where in the body the bytes begin that a byte of the text came from.
   *
   * @param offset an offset of the text, from 0 to its length
   * @return an offset of the body; that of the oldest known byte if that one is forgotten
   */
  public long start(long offset) {
    if (count == 0) {
      return 0;
    }
    int i = find(offset);
    return body[i] + Math.max(0, offset - text[i]) / unit[i] * stride[i];
  }

  /**
   * Where in the body the bytes end that a byte of the text came from.
   *
   * @param offset an offset of the text, from 0 and below its length
   * @return an offset of the body, exclusive
   */
  public long end(long offset) {
    return count == 0 ? 0 : start(offset) + stride[find(offset)];
  }

  /** Adds bytes that came, in units of some of them, from as many strides of the body. */
  void append(long bytes, int bytesOfUnit, long from, int bodyOfUnit) {
    if (!continues(bytesOfUnit, from, bodyOfUnit)) {
      if (count == text.length) {
        makeRoom();
      }
      text[count] = length;
      body[count] = from;
      unit[count] = bytesOfUnit;
      stride[count++] = bodyOfUnit;
    }
    length += bytes;
  }

  /** Adds the origins of a range of another text of the same body. */
  void copy(Origins other, long from, long to) {
    long at = from;
    while (at < to) {
      int i = other.find(at);
      long runEnd = i + 1 < other.count ? Math.min(to, other.text[i + 1]) : to;
      int bytesOfUnit = other.unit[i];
      long begun = (at - other.text[i]) % bytesOfUnit;
      long bytes = begun > 0 ? Math.min(bytesOfUnit - begun, runEnd - at) : runEnd - at;
      if (begun > 0 || bytes < bytesOfUnit) {
        append(bytes, (int) bytes, other.start(at), other.stride[i]);
      } else {
        bytes -= bytes % bytesOfUnit;
        append(bytes, bytesOfUnit, other.start(at), other.stride[i]);
      }
      at += bytes;
    }
  }

  private boolean continues(int bytesOfUnit, long from, int bodyOfUnit) {
    int last = count - 1;
    if (last < 0 || unit[last] != bytesOfUnit || stride[last] != bodyOfUnit) {
      return false;
    }
    long bytes = length - text[last];
    return bytes % bytesOfUnit == 0 && body[last] + bytes / bytesOfUnit * bodyOfUnit == from;
  }

  private int find(long offset) {
    int i = Math.min(recent, count - 1);
    if (offset < text[i] || (i + 1 < count && offset >= text[i + 1])) {
      int found = Arrays.binarySearch(text, 0, count, offset);
      i = found >= 0 ? found : Math.max(0, -found - 2);
    }
    recent = i;
    return i;
  }

  private void makeRoom() {
    int kept = 0;
    while (kept + 1 < count && text[kept + 1] <= length - WINDOW) {
      kept++;
    }
    int size = kept > count / 2 ? text.length : text.length * 2;
    text = Arrays.copyOf(Arrays.copyOfRange(text, kept, count), size);
    body = Arrays.copyOf(Arrays.copyOfRange(body, kept, count), size);
    unit = Arrays.copyOf(Arrays.copyOfRange(unit, kept, count), size);
    stride = Arrays.copyOf(Arrays.copyOfRange(stride, kept, count), size);
    count -= kept;
    recent = 0;
  }
}
