package io.egressrules.engine.author.text;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import io.egressrules.engine.author.text.Node.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns texts into values; what a value's own reader refuses becomes a problem where the text
 * stands.
 */
public final class Values {
  private static final Splitter SEPARATOR =
      Splitter.on(CharMatcher.anyOf(",; \t\n")).trimResults().omitEmptyStrings();

  private static final Map<String, Boolean> FLAGS = ImmutableMap.of("true", true, "false", false);

  private Values() {}

  /**
   * The value that a text means.
   *
   * @param text the text
   * @param code what it is when the reader refuses it
   * @param reader throws {@link IllegalArgumentException} with the fix for what it refuses
   * @param problems takes the refusal
   * @param <T> the kind of value
   * @return the value; empty when it is refused
   */
  public static <T> Optional<T> read(
      Scalar text, Code code, Function<String, T> reader, Problems problems) {
    try {
      return Optional.of(reader.apply(text.text()));
    } catch (IllegalArgumentException refused) {
      String advice = Objects.requireNonNullElse(refused.getMessage(), "correct it");
      problems.add(code, text.location(), message(text.text(), advice));
      return Optional.empty();
    }
  }

  /**
   * The value that an entry of a list means.
   *
   * @param text the entry
   * @param code what it is when the reader refuses it
   * @param reader throws {@link IllegalArgumentException} with the fix for what it refuses
   * @param problems takes the refusal; of an entry that looks like several, how to write them
   * @param <T> the kind of value
   * @return the value; empty when it is refused
   */
  public static <T> Optional<T> entry(
      Scalar text, Code code, Function<String, T> reader, Problems problems) {
    return read(text, code, entry -> single(entry, reader), problems);
  }

  private static <T> T single(String entry, Function<String, T> reader) {
    try {
      return reader.apply(entry);
    } catch (IllegalArgumentException refused) {
      List<String> several = SEPARATOR.splitToList(entry);
      if (several.size() < 2) {
        throw refused;
      }
      String advice =
          "write several entries as a list, " + Quoted.of("[" + String.join(", ", several) + "]");
      throw new IllegalArgumentException(advice, refused);
    }
  }

  /**
   * The refusal of a text in one line that quotes it.
   *
   * @param text the text
   * @param advice what its reader said
   * @return the sentence
   */
  public static String message(String text, String advice) {
    String quoted = Quoted.of(text);
    return text.isBlank() || advice.contains(quoted) ? advice : quoted + ": " + advice;
  }

  /**
   * The value that a word stands for.
   *
   * @param text the text
   * @param what what it should be, such as {@code effect}
   * @param words all words and their values, in the order in which messages name them
   * @param problems takes a text that is none of the words
   * @param <T> the kind of value
   * @return the value; empty when the text is none of the words
   */
  public static <T> Optional<T> word(
      Scalar text, String what, Map<String, T> words, Problems problems) {
    T value = words.get(text.text());
    if (value == null) {
      String advice =
          "unknown "
              + what
              + " "
              + Quoted.of(text.text())
              + "; "
              + Suggestion.of(text.text(), words.keySet());
      problems.add(Code.UNKNOWN_WORD, text.location(), advice);
    }
    return Optional.ofNullable(value);
  }

  /**
   * Whether a text says yes.
   *
   * @param text the text
   * @param key whose value it is
   * @param problems takes a text that is neither {@code true} nor {@code false}
   * @return yes or no; empty when the text says neither
   */
  public static Optional<Boolean> flag(Scalar text, String key, Problems problems) {
    return word(text, "`" + key + "`", FLAGS, problems);
  }
}
