package io.egressrules.engine.author.entry;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Converts Unicode names to A-labels, strictly: a name that is not written as its own A-labels read
 * back, or that mixes scripts in one label, is refused.
 *
 * <p>So nothing is mapped but letter case: no full-width digits become an address, no look-alike
 * letter becomes another.
 */
final class UnicodeName {
  private UnicodeName() {}

  /** The A-labels of a name (UTS #46, non-transitional). */
  static String toAscii(String name) {
    String ascii = converted(name);
    String canonical = IcuNames.toUnicode(ascii);
    String written = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    if (!canonical.equals(written)) {
      throw new IllegalArgumentException(
          "a unicode name is written in its canonical form; write `" + canonical + "`");
    }
    if (!Scripts.areCommonTogether(canonical)) {
      throw new IllegalArgumentException(
          "a label mixes letters of several scripts, which may look like another name; write `"
              + ascii
              + "` if it is meant");
    }
    return ascii;
  }

  private static String converted(String name) {
    try {
      return IcuNames.toAscii(name);
    } catch (NoClassDefFoundError absent) {
      throw new IllegalArgumentException(
          "a unicode name cannot be converted; write its `xn--` form, or add com.ibm.icu:icu4j to"
              + " the class path",
          absent);
    }
  }
}
