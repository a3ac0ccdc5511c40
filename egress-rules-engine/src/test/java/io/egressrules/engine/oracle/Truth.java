package io.egressrules.engine.oracle;

import java.util.stream.Stream;

/** Kleene's three truth values, in the order that makes AND the least and OR the greatest. */
enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  static Truth of(boolean fact) {
    return fact ? TRUE : FALSE;
  }

  static Truth and(Truth... all) {
    return Stream.of(all).min(Truth::compareTo).orElse(TRUE);
  }

  static Truth or(Stream<Truth> any) {
    return any.max(Truth::compareTo).orElse(FALSE);
  }

  Truth not() {
    return values()[TRUE.ordinal() - ordinal()];
  }
}
