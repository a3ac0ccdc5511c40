package io.egressrules.engine.author.entry;

import io.egressrules.engine.unicode.UnicodeName;
import io.egressrules.net.DomainPattern;

/** Reads host patterns, whose names may be written in Unicode. */
public final class HostEntry {
  private HostEntry() {}

  /**
   * Reads a pattern.
   *
   * @param text {@code x}, {@code *.x} or {@code .x}; x in A-labels, or in U-labels when ICU4J is
   *     there to convert them
   * @return the pattern
   * @throws IllegalArgumentException if the text is no pattern; the message names the fix
   */
  public static DomainPattern parse(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    return DomainPattern.parse(ascii ? text : converted(text));
  }

  private static String converted(String text) {
    int start = text.startsWith("*.") ? 2 : text.startsWith(".") ? 1 : 0;
    int end = text.endsWith(".") ? text.length() - 1 : text.length();
    return start < end ? text.substring(0, start) + ascii(text.substring(start, end)) : text;
  }

  /** The A-labels of a name whose every character a reviewer can see. */
  private static String ascii(String written) {
    UnicodeName name = UnicodeName.parse(written);
    if (!name.isWritten(written)) {
      throw new IllegalArgumentException(
          "a unicode name is written in its canonical form; write `" + name.unicode() + "`");
    }
    if (name.mixesScripts()) {
      throw new IllegalArgumentException(
          "a label mixes letters of several scripts, which may look like another name; write `"
              + name.ascii()
              + "` if it is meant");
    }
    return name.ascii();
  }
}
