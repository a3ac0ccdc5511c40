package io.egressrules.engine.compile;

import io.egressrules.engine.unicode.UnicodeName;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.SourceLocation;

/**
 * Finds patterns whose name can be taken for another: {@code xn--80ak6aa92e.com} is written with
 * Cyrillic letters, all of which look like Latin ones. Without ICU4J nothing is said of A-labels,
 * which a reviewer sees as such.
 */
final class Lookalikes {
  private static final String A_LABEL = "xn--";

  private Lookalikes() {}

  static void check(DomainPattern pattern, SourceLocation place, Problems problems) {
    String name = pattern.name().value();
    if (!name.contains(A_LABEL)) {
      return;
    }
    try {
      String lookalike = UnicodeName.ofAscii(name).lookalike();
      if (lookalike != null) {
        problems.warning(
            "look-alike",
            place,
            "`"
                + pattern
                + "` looks like `"
                + lookalike
                + "` when it is shown in unicode; make sure that it is the name you mean");
      }
    } catch (IllegalArgumentException unknown) {
      // No converter, or no A-label that any registry would register: it is shown as it stands.
      return;
    }
  }
}
