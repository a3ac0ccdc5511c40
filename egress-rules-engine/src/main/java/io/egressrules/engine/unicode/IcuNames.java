package io.egressrules.engine.unicode;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.stream.Collectors;

/** UTS #46 by ICU4J, which is optional: no class but {@link UnicodeName} names this one. */
final class IcuNames {
  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(
          IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.CHECK_CONTEXTO
              | IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE);

  private static final SpoofChecker LOOKS =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  private IcuNames() {}

  static String toAscii(String name) {
    IDNA.Info info = new IDNA.Info();
    String ascii = UTS46.nameToASCII(name, new StringBuilder(), info).toString();
    return checked(ascii, info);
  }

  static String toUnicode(String ascii) {
    IDNA.Info info = new IDNA.Info();
    String name = UTS46.nameToUnicode(ascii, new StringBuilder(), info).toString();
    return checked(name, info);
  }

  /** What a text looks like, in the letters that stand for all that look alike (UTS #39). */
  static String skeleton(String text) {
    return LOOKS.getSkeleton(text);
  }

  private static String checked(String name, IDNA.Info info) {
    if (info.hasErrors()) {
      String errors =
          info.getErrors().stream()
              .map(error -> error.name().toLowerCase(Locale.ROOT).replace('_', ' '))
              .sorted()
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "no valid unicode name (" + errors + "); correct it, or write its `xn--` form");
    }
    return name;
  }
}
