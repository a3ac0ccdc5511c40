package io.egressrules.engine.author;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How the policy file spells constants. */
final class Words {
  private Words() {}

  /** The constant's name in lower case with hyphens. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constants by their words, in their order. */
  static <E extends Enum<E>> Map<String, E> of(E[] constants) {
    return Arrays.stream(constants)
        .collect(
            Collectors.toMap(Words::of, constant -> constant, (a, b) -> a, LinkedHashMap::new));
  }
}
