package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A random pattern over a small alphabet, and a way to write texts that it matches, or nearly does:
 * assertions are not heeded, nor are flags.
 *
 * @param text the pattern
 * @param nullable whether it may match the empty text
 * @param sample writes a text
 */
record RandomPattern(String text, boolean nullable, Function<Random, String> sample) {
  private static final List<String> LETTERS =
      List.of("a", "a", "b", "c", "k", "S", "0", "-", "_", " ", "é", "😀");
  private static final List<String> ASSERTIONS =
      List.of("^", "$", "\\b", "\\b", "\\B", "\\A", "\\z", "(?m:^)", "(?m:$)");
  private static final List<String> COUNTS =
      List.of("?", "*", "+", "{2}", "{0,3}", "{2,4}", "{1,}", "{3,}", "{0}");

  /** Classes, each with characters that it has. */
  private static final List<List<String>> CLASSES =
      List.of(
          List.of("[ab]", "ab"),
          List.of("[^a]", "bé\n"),
          List.of(".", "ab 😀"),
          List.of("(?s:.)", "a\n"),
          List.of("\\d", "09"),
          List.of("\\w", "ab_0"),
          List.of("\\W", " -é"),
          List.of("\\s", " \n"),
          List.of("[^\\s-]", "abé"),
          List.of("[[:alpha:]_]", "abS"),
          List.of("[é😀]", "é"),
          List.of("[\\x{80}-\\x{10ffff}]", "éÿ"),
          List.of("[a-c0-9_.-]", "abc0-"));

  /** A pattern that does not match the empty text. */
  static RandomPattern of(Random random) {
    RandomPattern body = sequence(random, 2);
    if (body.nullable()) {
      body = joined(List.of(body, literal(random)));
    }
    boolean ascii = body.text().chars().allMatch(c -> c < 0x80) && !body.text().contains("\\x");
    String flags =
        pick(random, ascii ? List.of("", "", "(?i)", "(?im)", "(?s)") : List.of("", "(?U)"));
    return new RandomPattern(flags + body.text(), false, body.sample());
  }

  private static RandomPattern any(Random random, int depth) {
    int kind = random.nextInt(depth > 0 ? 14 : 9);
    if (kind < 4) {
      return literal(random);
    }
    if (kind < 8) {
      return characters(random);
    }
    if (kind == 8) {
      return new RandomPattern(pick(random, ASSERTIONS), true, r -> "");
    }
    return kind < 11 ? choice(random, depth - 1) : repeat(random, depth - 1);
  }

  private static RandomPattern literal(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      word.append(pick(random, LETTERS));
    }
    String text = word.toString();
    return new RandomPattern(text, false, r -> text);
  }

  private static RandomPattern characters(Random random) {
    List<String> one = CLASSES.get(random.nextInt(CLASSES.size()));
    int[] members = one.get(1).codePoints().toArray();
    return new RandomPattern(
        one.get(0), false, r -> Character.toString(members[r.nextInt(members.length)]));
  }

  private static RandomPattern sequence(Random random, int depth) {
    List<RandomPattern> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      parts.add(any(random, depth));
    }
    return joined(parts);
  }

  private static RandomPattern joined(List<RandomPattern> parts) {
    return new RandomPattern(
        parts.stream().map(RandomPattern::text).collect(Collectors.joining()),
        parts.stream().allMatch(RandomPattern::nullable),
        r -> parts.stream().map(p -> p.sample().apply(r)).collect(Collectors.joining()));
  }

  private static RandomPattern choice(Random random, int depth) {
    List<RandomPattern> branches = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      branches.add(sequence(random, depth));
    }
    String text = branches.stream().map(RandomPattern::text).collect(Collectors.joining("|"));
    return new RandomPattern(
        grouped(random, text),
        branches.stream().anyMatch(RandomPattern::nullable),
        r -> pick(r, branches).sample().apply(r));
  }

  private static RandomPattern repeat(Random random, int depth) {
    boolean wide = random.nextInt(12) == 0;
    RandomPattern body = wide || random.nextBoolean() ? characters(random) : choice(random, depth);
    String count = wide ? "{20,70}" : pick(random, COUNTS);
    int most = wide ? 60 : 4;
    return new RandomPattern(
        grouped(random, body.text()) + count + (random.nextInt(3) == 0 ? "?" : ""),
        body.nullable() || count.startsWith("{0") || "?*".contains(count),
        r ->
            r.ints(r.nextInt(most + 1), 0, 2)
                .mapToObj(i -> body.sample().apply(r))
                .collect(Collectors.joining()));
  }

  private static String grouped(Random random, String text) {
    return pick(random, List.of("(", "(?:", "(?:", "(?P<name" + random.nextInt(1000000) + ">"))
        + text
        + ")";
  }

  static <T> T pick(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** A text of samples of patterns, spoiled here and there, with other things between them. */
  static String text(Random random, List<RandomPattern> patterns) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append(spoiled(random, pick(random, patterns).sample().apply(random)));
      text.append(pick(random, List.of("", "", " ", "\n", "a", "-", "é", "\r\n")));
      if (random.nextInt(4) == 0) {
        text.append(
            pick(random, LETTERS).repeat(random.nextInt(random.nextInt(40) == 0 ? 4000 : 40)));
      }
    }
    return text.toString();
  }

  private static String spoiled(Random random, String text) {
    int[] characters = text.codePoints().toArray();
    if (characters.length == 0) {
      return text;
    }
    int at = random.nextInt(characters.length);
    String head = new String(characters, 0, at);
    String tail = new String(characters, at, characters.length - at);
    return switch (random.nextInt(5)) {
      case 0 -> head;
      case 1 -> head + pick(random, LETTERS) + tail;
      case 2 -> text.toUpperCase(Locale.ROOT);
      default -> text;
    };
  }
}
