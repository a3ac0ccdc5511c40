package io.egressrules.engine.unicode;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which scripts may stand together in one label ("highly restrictive", UTS #39 section 5.2). */
final class Scripts {
  private static final List<Set<UnicodeScript>> TOGETHER =
      List.of(
          EnumSet.of(
              UnicodeScript.LATIN,
              UnicodeScript.HAN,
              UnicodeScript.HIRAGANA,
              UnicodeScript.KATAKANA),
          EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
          EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

  private Scripts() {}

  /**
   * Whether each label of a name has letters of one script, or of scripts that one language uses
   * together.
   */
  static boolean areCommonTogether(String name) {
    for (String label : name.split("\\.", -1)) {
      Set<UnicodeScript> scripts = scripts(label);
      if (scripts.size() > 1
          && TOGETHER.stream().noneMatch(together -> together.containsAll(scripts))) {
        return false;
      }
    }
    return true;
  }

  private static Set<UnicodeScript> scripts(String label) {
    EnumSet<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    label.codePoints().forEach(c -> scripts.add(UnicodeScript.of(c)));
    scripts.removeAll(EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
    return scripts;
  }
}
