package io.egressrules.dlp.scan;

import java.util.Arrays;

/**
 * A stretch of a {@link Text} as the judge reads it: as UTF-16, with the one character before it,
 * which no match may contain but which assertions look at. It remembers whether its end was seen; a
 * verdict for which the end was not seen holds for any longer text as well. Reused, so that judging
 * allocates little.
 */
final class Window implements CharSequence {
  private char[] chars = new char[256];

  /** Where in the text each char begins, and at the end where the last one ends. */
  private int[] places = new int[256];

  private int length;
  private boolean endSeen;

  /**
   * Loads a stretch.
   *
   * @param from its first index, where a character begins
   * @param to its last index; it goes on to the end of the character there
   * @param lead whether the character before it is included; at the begin of the text a line feed
   *     stands for it, which differs only to assertions of the begin of text
   * @return where it ends
   */
  int load(Text text, int from, int to, boolean lead) {
    length = 0;
    endSeen = false;
    if (lead) {
      int before = text.before(from);
      add(before == Boundary.NONE ? '\n' : before < 0x80 ? (char) before : '\uFFFD', from);
    }
    byte[] bytes = text.bytes();
    int settled = text.settled();
    int at = from;
    while (at < to && at < settled) {
      if (bytes[at] >= 0) {
        add((char) bytes[at], at);
        at++;
      } else {
        int character = Utf8.after(bytes, at, settled);
        addCodePoint(Utf8.codePoint(character), at);
        at += Utf8.length(character);
      }
    }
    add('\0', at);
    length--;
    return at;
  }

  private void addCodePoint(int c, int place) {
    if (Character.isBmpCodePoint(c)) {
      add((char) c, place);
    } else {
      add(Character.highSurrogate(c), place);
      add(Character.lowSurrogate(c), place);
    }
  }

  private void add(char c, int place) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, 2 * length);
      places = Arrays.copyOf(places, 2 * length);
    }
    chars[length] = c;
    places[length++] = place;
  }

  /** Where in the text the char at an index begins. */
  int place(int index) {
    return places[index];
  }

  /** The index after the character at an index. */
  int next(int index) {
    return index + (Character.isHighSurrogate(chars[index]) ? 2 : 1);
  }

  /** Whether the last char was looked at, and so, maybe, that none follows. */
  boolean endSeen() {
    return endSeen;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    endSeen |= index == length - 1;
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(chars, start, end - start);
  }

  /** How much text there is; none of the text itself. */
  @Override
  public String toString() {
    return length + " chars";
  }
}
