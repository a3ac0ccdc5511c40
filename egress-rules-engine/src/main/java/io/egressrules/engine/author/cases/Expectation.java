package io.egressrules.engine.author.cases;

import io.egressrules.Decision;
import io.egressrules.Outcome;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.engine.author.text.Words;
import io.egressrules.policy.RuleRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must be decided, as words of a decision and their values. A word that is not stated is not
 * compared.
 *
 * @param words values by word, in the order of the file
 */
record Expectation(Map<String, String> words) {
  static final String NONE = "none";

  Expectation {
    words = new LinkedHashMap<>(words);
  }

  /** What differs, each {@code word: expected x, was y}. */
  List<String> differences(Decision decision) {
    Map<String, String> actual = words(decision);
    List<String> differences = new ArrayList<>();
    words.forEach(
        (word, expected) -> {
          String was = Objects.requireNonNullElse(actual.get(word), NONE);
          if (!was.equals(expected)) {
            differences.add(word + ": expected " + expected + ", was " + was);
          }
        });
    return differences;
  }

  private static Map<String, String> words(Decision decision) {
    Map<String, String> words = new LinkedHashMap<>();
    put(words, "", decision.effect(), decision.reason());
    ReasonCode cause = decision.reason().cause();
    words.put("cause", cause == null ? NONE : Words.of(cause));
    words.put("obligations", ObligationText.of(decision.obligations()));
    Outcome wouldBe = decision.wouldBe();
    if (wouldBe != null) {
      put(words, "would-be ", wouldBe.effect(), wouldBe.reason());
    }
    return words;
  }

  private static void put(Map<String, String> words, String prefix, Enum<?> effect, Reason reason) {
    words.put(prefix + "effect", Words.of(effect));
    words.put(prefix + "reason", Words.of(reason.code()));
    words.put(prefix + "rule", id(reason.rule()));
  }

  private static String id(@Nullable RuleRef rule) {
    return rule == null ? NONE : rule.id();
  }
}
