package io.egressrules.dlp.secret;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a key is made of: fixed texts and runs of characters, in order. It gives both the pattern
 * that finds such keys and a sample of one, so that no source file has to hold a key. Immutable.
 */
final class Form {
  private static final String WORD_END = "\\b";
  private static final String PUNCTUATION = "([.+*?()\\[\\]{}|^$\\\\])";

  private final String pattern;
  private final String sample;
  private final String end;

  /**
   * A form.
   *
   * @param pattern what finds it, in RE2 syntax
   * @param sample the shortest key of this form
   * @param end the pattern of what must follow, so that no longer key goes on after it
   */
  private Form(String pattern, String sample, String end) {
    this.pattern = pattern;
    this.sample = sample;
    this.end = end;
  }

  /** Begins with one of some fixed texts. */
  static Form of(String... texts) {
    return new Form("", "", "").text(texts);
  }

  /** Begins with a run. */
  static Form of(Alphabet alphabet, int length) {
    return new Form("", "", "").run(alphabet, length);
  }

  /** Begins with a run. */
  static Form of(Alphabet alphabet, int least, int most) {
    return new Form("", "", "").run(alphabet, least, most);
  }

  /** A UUID in lower or upper case: RFC 9562, section 4. */
  static Form uuid() {
    return of(Alphabet.ANY_HEX, 8)
        .text("-")
        .run(Alphabet.ANY_HEX, 4)
        .text("-")
        .run(Alphabet.ANY_HEX, 4)
        .text("-")
        .run(Alphabet.ANY_HEX, 4)
        .text("-")
        .run(Alphabet.ANY_HEX, 12);
  }

  /** Goes on with one of some fixed texts. */
  Form text(String... texts) {
    List<String> quoted = List.of(texts).stream().map(Form::quoted).toList();
    String next =
        quoted.size() == 1
            ? quoted.get(0)
            : quoted.stream().collect(Collectors.joining("|", "(?:", ")"));
    String end = texts[0].matches(".*\\w") ? WORD_END : "";
    return new Form(pattern + next, sample + texts[0], end);
  }

  /** Goes on with a run of a known length. */
  Form run(Alphabet alphabet, int length) {
    return run(alphabet, length, length);
  }

  /** Goes on with a run of a length from the least to the most. */
  Form run(Alphabet alphabet, int least, int most) {
    String times = least == most ? "{" + least + "}" : "{" + least + "," + most + "}";
    return new Form(
        pattern + "[" + alphabet.members() + "]" + times,
        sample + alphabet.sample(least, sample.length() + least),
        end(alphabet));
  }

  /** Goes on with a run of a length from the least to any. */
  Form atLeast(Alphabet alphabet, int least) {
    return new Form(
        pattern + "[" + alphabet.members() + "]{" + least + ",}",
        sample + alphabet.sample(least, sample.length() + least),
        end(alphabet));
  }

  /** Goes on with another form. */
  Form then(Form next) {
    return new Form(pattern + next.pattern, sample + next.sample, next.end);
  }

  /** Goes on with another form, or does not. */
  Form maybe(Form next) {
    return new Form(pattern + "(?:" + next.pattern + ")?", sample, next.end);
  }

  /** The pattern of the form alone, which may match within a longer word. */
  String pattern() {
    return pattern;
  }

  /** The pattern of the form where no longer run of its characters goes on after it. */
  String whole() {
    return "(" + pattern + ")" + end;
  }

  /** A key of this form that nobody was ever given. */
  String sample() {
    return sample;
  }

  private static String end(Alphabet alphabet) {
    String more = alphabet.beyondWords();
    return more.isEmpty() ? WORD_END : "(?:[^\\w" + more + "]|\\z)";
  }

  private static String quoted(String text) {
    return text.replaceAll(PUNCTUATION, "\\\\$1");
  }
}
