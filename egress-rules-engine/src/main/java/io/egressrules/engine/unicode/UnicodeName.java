package io.egressrules.engine.unicode;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * A domain name in both of its forms: in Unicode, as people write it, and in A-labels, as DNS knows
 * it (UTS #46, non-transitional, with all its checks).
 *
 * <p>Conversion maps more than letter case: full-width digits to digits, look-alike letters to
 * letters, some characters to nothing. Readers differ there, and no reviewer sees it. So whoever
 * takes a name asks {@link #isWritten} as well, and nothing is mapped but letter case.
 */
public final class UnicodeName {
  private static final int FIRST_BEYOND_ASCII = 0x80;

  private final String unicode;
  private final String ascii;

  private UnicodeName(String unicode, String ascii) {
    this.unicode = unicode;
    this.ascii = ascii;
  }

  /**
   * Reads a name that has characters beyond ASCII.
   *
   * @param name the name, without a dot at its end
   * @return the name
   * @throws IllegalArgumentException if the name is not valid; the message names the fix and does
   *     not quote the name
   * @throws NoConverterException if ICU4J is absent
   */
  public static UnicodeName parse(String name) {
    try {
      return ofAscii(IcuNames.toAscii(name));
    } catch (NoClassDefFoundError absent) {
      throw new NoConverterException(absent);
    }
  }

  /**
   * Reads a name in A-labels.
   *
   * @param ascii the name, without a dot at its end
   * @return the name
   * @throws IllegalArgumentException if a label is no valid A-label; the message does not quote it
   * @throws NoConverterException if ICU4J is absent
   */
  public static UnicodeName ofAscii(String ascii) {
    try {
      return new UnicodeName(IcuNames.toUnicode(ascii), ascii);
    } catch (NoClassDefFoundError absent) {
      throw new NoConverterException(absent);
    }
  }

  /**
   * Whether a text is this name as it stands, but for letter case and the way accents are composed.
   *
   * @param text the text the name was read from
   * @return false if conversion mapped a character to another one or to none
   */
  public boolean isWritten(String text) {
    StringBuilder lowered = new StringBuilder(text.length());
    text.codePoints().map(UnicodeName::lowered).forEach(lowered::appendCodePoint);
    return Normalizer.normalize(lowered, Normalizer.Form.NFC).equals(unicode);
  }

  /** The kelvin sign is no way to write a k: letter case leads from Unicode to ASCII nowhere. */
  private static int lowered(int c) {
    int lower = Character.toLowerCase(c);
    return c >= FIRST_BEYOND_ASCII && lower < FIRST_BEYOND_ASCII ? c : lower;
  }

  /**
   * Whether a label mixes letters of scripts that no language writes together, and so may look like
   * another name.
   *
   * @return true if one does
   */
  public boolean mixesScripts() {
    return !Scripts.areCommonTogether(unicode);
  }

  /**
   * The ASCII name that this one can be taken for (UTS #39 section 4): a label of another script
   * all of whose letters look like Latin ones mixes nothing and still deceives.
   *
   * @return text in which every label beyond ASCII is replaced by what it looks like, or null if
   *     one of them looks like nothing in ASCII
   */
  public @Nullable String lookalike() {
    StringBuilder text = new StringBuilder();
    for (String label : unicode.split("\\.", -1)) {
      String shown = isAscii(label) ? label : IcuNames.skeleton(label);
      if (!isAscii(shown)) {
        return null;
      }
      text.append(text.isEmpty() ? "" : ".").append(shown);
    }
    return isAscii(unicode) ? null : text.toString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < FIRST_BEYOND_ASCII);
  }

  /**
   * The name as people write it.
   *
   * @return U-labels in lower case and Normalization Form C
   */
  public String unicode() {
    return unicode;
  }

  /**
   * The name as DNS knows it.
   *
   * @return A-labels in lower case
   */
  public String ascii() {
    return ascii;
  }
}
