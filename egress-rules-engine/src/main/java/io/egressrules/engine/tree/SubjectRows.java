package io.egressrules.engine.tree;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which subject facts hold, for every subject that a rule names; for others, those with a prefix
 * are asked.
 */
final class SubjectRows {
  private final Map<String, Long> named;
  private final Fact.SubjectIn[] prefixed;
  private final long[] bits;

  private SubjectRows(Map<String, Long> named, Fact.SubjectIn[] prefixed, long[] bits) {
    this.named = named;
    this.prefixed = prefixed;
    this.bits = bits;
  }

  /** The rows of the facts about subjects among these; the bit of a fact is its place. */
  static SubjectRows of(List<Fact> facts) {
    Map<String, Long> named = new HashMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.SubjectIn subjects) {
        subjects.subjects().forEach(subject -> named.computeIfAbsent(subject, s -> row(facts, s)));
      }
    }
    int[] prefixed =
        IntStream.range(0, facts.size())
            .filter(
                bit -> facts.get(bit) instanceof Fact.SubjectIn fact && !fact.prefixes().isEmpty())
            .toArray();
    Fact.SubjectIn[] asked = new Fact.SubjectIn[prefixed.length];
    long[] bits = new long[prefixed.length];
    for (int i = 0; i < prefixed.length; i++) {
      asked[i] = (Fact.SubjectIn) facts.get(prefixed[i]);
      bits[i] = 1L << prefixed[i];
    }
    return new SubjectRows(named, asked, bits);
  }

  private static long row(List<Fact> facts, String subject) {
    long row = 0;
    for (int bit = 0; bit < facts.size(); bit++) {
      row |= facts.get(bit) instanceof Fact.SubjectIn fact && fact.has(subject) ? 1L << bit : 0;
    }
    return row;
  }

  /** How many prefixes are tested for a subject that no rule names. */
  int cost() {
    return Arrays.stream(prefixed).mapToInt(Fact::cost).sum();
  }

  /** The bits of the facts that hold for a subject. */
  long row(String subject) {
    if (subject.isEmpty()) {
      return 0;
    }
    Long row = named.get(subject);
    return row != null ? row : rowOfUnnamed(subject);
  }

  private long rowOfUnnamed(String subject) {
    long row = 0;
    for (int i = 0; i < prefixed.length; i++) {
      row |= prefixed[i].has(subject) ? bits[i] : 0;
    }
    return row;
  }
}
