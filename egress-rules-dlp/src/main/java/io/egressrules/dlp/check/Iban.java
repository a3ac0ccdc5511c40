package io.egressrules.dlp.check;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/** International bank account numbers: ISO 13616-1 and its registry, checked by ISO 7064. */
public final class Iban {
  /**
   * The structure of each country's own part, as the registry writes it: {@code n} digits, {@code
   * a} letters, {@code c} either; each letter before how many.
   */
  private static final Map<String, String> STRUCTURES =
      Map.ofEntries(
          entry("AD", "n8c12"),
          entry("AE", "n19"),
          entry("AL", "n8c16"),
          entry("AT", "n16"),
          entry("AZ", "a4c20"),
          entry("BA", "n16"),
          entry("BE", "n12"),
          entry("BG", "a4n6c8"),
          entry("BH", "a4c14"),
          entry("BI", "n23"),
          entry("BR", "n23a1c1"),
          entry("BY", "c4n4c16"),
          entry("CH", "n5c12"),
          entry("CR", "n18"),
          entry("CY", "n8c16"),
          entry("CZ", "n20"),
          entry("DE", "n18"),
          entry("DJ", "n23"),
          entry("DK", "n14"),
          entry("DO", "c4n20"),
          entry("EE", "n16"),
          entry("EG", "n25"),
          entry("ES", "n20"),
          entry("FI", "n14"),
          entry("FK", "a2n12"),
          entry("FO", "n14"),
          entry("FR", "n10c11n2"),
          entry("GB", "a4n14"),
          entry("GE", "a2n16"),
          entry("GI", "a4c15"),
          entry("GL", "n14"),
          entry("GR", "n7c16"),
          entry("GT", "c24"),
          entry("HN", "a4n20"),
          entry("HR", "n17"),
          entry("HU", "n24"),
          entry("IE", "a4n14"),
          entry("IL", "n19"),
          entry("IQ", "a4n15"),
          entry("IS", "n22"),
          entry("IT", "a1n10c12"),
          entry("JO", "a4n4c18"),
          entry("KW", "a4c22"),
          entry("KZ", "n3c13"),
          entry("LB", "n4c20"),
          entry("LC", "a4c24"),
          entry("LI", "n5c12"),
          entry("LT", "n16"),
          entry("LU", "n3c13"),
          entry("LV", "a4c13"),
          entry("LY", "n21"),
          entry("MC", "n10c11n2"),
          entry("MD", "c20"),
          entry("ME", "n18"),
          entry("MK", "n3c10n2"),
          entry("MN", "n16"),
          entry("MR", "n23"),
          entry("MT", "a4n5c18"),
          entry("MU", "a4n19a3"),
          entry("NI", "a4n20"),
          entry("NL", "a4n10"),
          entry("NO", "n11"),
          entry("OM", "n3c16"),
          entry("PK", "a4c16"),
          entry("PL", "n24"),
          entry("PS", "a4c21"),
          entry("PT", "n21"),
          entry("QA", "a4c21"),
          entry("RO", "a4c16"),
          entry("RS", "n18"),
          entry("RU", "n14c15"),
          entry("SA", "n2c18"),
          entry("SC", "a4n20a3"),
          entry("SD", "n14"),
          entry("SE", "n20"),
          entry("SI", "n15"),
          entry("SK", "n20"),
          entry("SM", "a1n10c12"),
          entry("SO", "n19"),
          entry("ST", "n21"),
          entry("SV", "a4n20"),
          entry("TL", "n19"),
          entry("TN", "n20"),
          entry("TR", "n6c16"),
          entry("UA", "n6c19"),
          entry("VA", "n18"),
          entry("VG", "a4n16"),
          entry("XK", "n16"),
          entry("YE", "a4n4c18"));

  private Iban() {}

  /**
   * Whether a text is such a number: country, length, structure and check digits fit.
   *
   * @param text digits and letters in one case, with spaces or {@code -} anywhere
   * @return whether it is
   */
  public static boolean holds(CharSequence text) {
    String written = text.toString().replaceAll("[ \u00a0-]", "");
    String upper = written.toUpperCase(Locale.ROOT);
    if (!written.equals(upper) && !written.equals(written.toLowerCase(Locale.ROOT))) {
      return false;
    }
    if (upper.length() < 5) {
      return false;
    }
    String structure = STRUCTURES.get(upper.substring(0, 2));
    return structure != null
        && fits(upper.substring(4), structure)
        && Iso7064.mod97(upper.substring(4) + upper.substring(0, 4)) == 1;
  }

  private static boolean fits(String text, String structure) {
    int at = 0;
    int next = 0;
    while (next < structure.length()) {
      char set = structure.charAt(next++);
      int count = 0;
      while (next < structure.length() && structure.charAt(next) <= '9') {
        count = 10 * count + structure.charAt(next++) - '0';
      }
      for (int end = at + count; at < end; at++) {
        if (at >= text.length() || !in(set, text.charAt(at))) {
          return false;
        }
      }
    }
    return at == text.length();
  }

  private static boolean in(char set, char c) {
    boolean digit = c >= '0' && c <= '9';
    boolean letter = c >= 'A' && c <= 'Z';
    return set == 'n' ? digit : set == 'a' ? letter : digit || letter;
  }
}
