package io.egressrules.dlp.own;

import java.util.Locale;
import java.util.Random;

/** Writes letters and digits as others might: in another case, with other characters between. */
final class Scattered {
  private static final String BETWEEN = " -./_,:\n\u00a0\u2013";

  private Scattered() {}

  static String of(String letters, Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      if (i > 0 && random.nextInt(3) == 0) {
        text.append(separators(random, random.nextInt(most + 1)));
      }
      String letter = letters.substring(i, i + 1);
      text.append(random.nextBoolean() ? letter.toUpperCase(Locale.ROOT) : letter);
    }
    return text.toString();
  }

  static String separators(Random random, int count) {
    StringBuilder separators = new StringBuilder();
    for (int i = 0; i < count; i++) {
      separators.append(BETWEEN.charAt(random.nextInt(BETWEEN.length())));
    }
    return separators.toString();
  }
}
