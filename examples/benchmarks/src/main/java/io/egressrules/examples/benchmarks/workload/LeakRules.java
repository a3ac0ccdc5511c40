package io.egressrules.examples.benchmarks.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms of secrets that a well-known scanner of repositories looks for, as others keep them.
 */
public final class LeakRules {
  private static final String FILE = "gitleaks-rules.json";

  /** A shorter keyword may as well be a part of the pattern's syntax. */
  private static final int PLAIN_WORD = 4;

  private static final int HALF_ALPHABET = 13;
  private static final int ALPHABET = 26;

  private LeakRules() {}

  /**
   * Whether the rules and the texts to look through are there.
   *
   * @param directory where they should be
   * @return false when any of them is absent
   */
  public static boolean areIn(Path directory) {
    return Files.isReadable(directory.resolve(FILE)) && MixedText.isIn(directory);
  }

  /**
   * Reads the rules that have a pattern.
   *
   * @param directory where they are
   * @return the rules
   * @throws IOException if they cannot be read
   */
  public static List<LeakRule> read(Path directory) throws IOException {
    List<LeakRule> rules = new ArrayList<>();
    JsonNode file = new ObjectMapper().readTree(directory.resolve(FILE).toFile());
    for (JsonNode rule : file.get("rules")) {
      if (rule.path("regex").isTextual()) {
        List<String> keywords = new ArrayList<>();
        rule.get("keywords").forEach(word -> keywords.add(word.textValue()));
        String id = "leak-" + rule.get("id").textValue().toLowerCase(Locale.ROOT);
        rules.add(new LeakRule(id, rule.get("regex").textValue(), keywords));
      }
    }
    return rules;
  }

  /**
   * Reads rules, and makes up for those that are missing by rules of the same forms with other
   * words in them.
   *
   * @param directory where they are
   * @param count how many are wanted
   * @return as many
   * @throws IOException if they cannot be read
   */
  public static List<LeakRule> read(Path directory, int count) throws IOException {
    List<LeakRule> rules = read(directory);
    List<LeakRule> all = new ArrayList<>(rules.subList(0, Math.min(count, rules.size())));
    for (LeakRule rule : rules) {
      String pattern = renamed(rule);
      if (all.size() < count && !pattern.equals(rule.pattern())) {
        List<String> keywords = rule.keywords().stream().map(LeakRules::other).toList();
        all.add(new LeakRule("other-" + rule.id(), pattern, keywords));
      }
    }
    if (all.size() != count) {
      throw new IOException("there are rules for " + all.size() + " patterns only");
    }
    return all;
  }

  private static String renamed(LeakRule rule) {
    String pattern = rule.pattern();
    for (String keyword : rule.keywords()) {
      if (keyword.length() >= PLAIN_WORD) {
        pattern =
            Pattern.compile(Pattern.quote(keyword), Pattern.CASE_INSENSITIVE)
                .matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(other(found.group())));
      }
    }
    return pattern;
  }

  /** A word of other letters: each half an alphabet away. */
  private static String other(String word) {
    StringBuilder other = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char first = Character.isUpperCase(c) ? 'A' : 'a';
      boolean letter = c >= first && c < first + ALPHABET;
      other.append(letter ? (char) (first + (c - first + HALF_ALPHABET) % ALPHABET) : c);
    }
    return other.toString();
  }
}
