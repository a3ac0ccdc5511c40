package io.egressrules.engine.author;

import java.util.Locale;

/** How the policy file spells constants. */
final class Words {
  private Words() {}

  /** The constant's name in lower case with hyphens. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
