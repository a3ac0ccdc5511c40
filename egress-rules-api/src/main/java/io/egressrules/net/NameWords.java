package io.egressrules.net;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A name in words of up to seven characters, from its end: how rules look a host up, label by label
 * from the right.
 *
 * <p>The last character of a word is in its lowest byte. A character beyond ASCII is NUL, which no
 * name has. The words of a {@link Target} stay; those of {@link UrlParts} are those of the name
 * that was read last, and are for one thread at a time, as these are.
 *
 * @since 0.1
 */
public final class NameWords {
  /** The characters of a full word. */
  public static final int SIZE = 7;

  /** Those of no name. */
  static final NameWords NONE = new NameWords(0);

  private static final int ASCII = 0x7f;
  private static final long FULL = (1L << (SIZE * Byte.SIZE)) - 1;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** As many NULs as a long has bytes, so that one can be read wherever a word ends; the name. */
  private final byte[] bytes;

  private int length;

  /** Room for a name of so many characters. */
  NameWords(int most) {
    bytes = new byte[Long.BYTES + most];
  }

  /**
   * The words of a text.
   *
   * @param name a name; other text has words as well, and is found nowhere
   * @return words that stay
   */
  public static NameWords of(String name) {
    NameWords words = new NameWords(name.length());
    words.read(name, 0, name.length());
    return words;
  }

  /** Takes eight characters of another name, the first of them in the lowest byte. */
  void put(int place, long word) {
    LONG.set(bytes, Long.BYTES + place, Long.reverseBytes(word));
  }

  /** Says where the name ends that was put. */
  void end(int characters) {
    length = characters;
  }

  /** Takes another name, for which there is room. */
  void read(String text, int from, int to) {
    int place = Long.BYTES;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      bytes[place++] = (byte) (c > ASCII ? 0 : c);
    }
    length = to - from;
  }

  /**
   * The number of characters.
   *
   * @return at least 0
   */
  public int length() {
    return length;
  }

  /**
   * The word that ends before some characters.
   *
   * @param behind how many characters follow it, at most {@link #length()}
   * @return up to seven characters, a byte each and all below 0x80; NULs where the name has no more
   * @throws IndexOutOfBoundsException if more characters are to follow it than there are
   */
  public long word(int behind) {
    return (long) LONG.get(bytes, length - behind) & FULL;
  }
}
