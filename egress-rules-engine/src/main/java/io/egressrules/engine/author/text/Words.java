package io.egressrules.engine.author.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How the files spell constants. */
public final class Words {
  private Words() {}

  /**
   * The word for a constant.
   *
   * @param constant the constant
   * @return its name in lower case with hyphens
   */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Constants by their words.
   *
   * @param constants the constants
   * @param <E> their type
   * @return each constant by its word, in their order
   */
  public static <E extends Enum<E>> Map<String, E> of(E[] constants) {
    return Arrays.stream(constants)
        .collect(
            Collectors.toMap(Words::of, constant -> constant, (a, b) -> a, LinkedHashMap::new));
  }
}
