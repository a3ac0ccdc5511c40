package io.egressrules.examples.corpus.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.egressrules.examples.corpus.Lines;
import io.egressrules.examples.corpus.Outcome;
import io.egressrules.net.GateRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The figures of one file, the refusals of valid inputs by gate rule, and the inputs behind them.
 */
final class ConformanceTally implements Outcome {
  /** An input that is not exactly as listed. */
  record Detail(Conformity result, String input, List<String> listed, String got) {}

  private final String file;
  private final int examples;
  private final Map<Conformity, Integer> counts = new EnumMap<>(Conformity.class);
  private final Map<Integer, List<Listed>> refusals = new TreeMap<>();
  private final List<Detail> details = new ArrayList<>();

  private ConformanceTally(String file, int examples) {
    this.file = file;
    this.examples = examples;
    for (Conformity result : Conformity.values()) {
      counts.put(result, 0);
    }
  }

  static ConformanceTally of(String name, Path file, Format format, int examples)
      throws IOException {
    ConformanceTally tally = new ConformanceTally(name, examples);
    for (JsonNode line : Lines.read(file)) {
      tally.add(format.read(line));
    }
    return tally;
  }

  private void add(Listed listed) {
    Conformity result = Conformity.of(listed);
    counts.merge(result, 1, Integer::sum);
    GateRule refusal = listed.answer().refusal();
    if (result == Conformity.REFUSED_THOUGH_VALID && refusal != null) {
      refusals.computeIfAbsent(refusal.number(), rule -> new ArrayList<>()).add(listed);
    }
    if (result == Conformity.REFUSED_THOUGH_VALID || !result.isSafe()) {
      details.add(new Detail(result, listed.input(), listed.hosts(), listed.answer().toString()));
    }
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public boolean holds() {
    return counts.entrySet().stream()
        .allMatch(count -> count.getKey().isSafe() || count.getValue() == 0);
  }

  @Override
  public List<Detail> details() {
    return details;
  }

  @Override
  public String line() {
    int inputs = counts.values().stream().mapToInt(Integer::intValue).sum();
    String figures = counts.entrySet().stream().map(this::figure).collect(Collectors.joining(", "));
    return file + ": " + inputs + " inputs, " + figures + examples();
  }

  private String figure(Map.Entry<Conformity, Integer> count) {
    String figure = count.getValue() + " " + count.getKey().words();
    boolean hasTable = count.getKey() == Conformity.REFUSED_THOUGH_VALID && !refusals.isEmpty();
    return hasTable ? figure + " " + table() : figure;
  }

  private String table() {
    return refusals.entrySet().stream()
        .map(refused -> "rule " + refused.getKey() + ": " + refused.getValue().size())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String examples() {
    StringBuilder lines = new StringBuilder();
    refusals.forEach(
        (rule, refused) ->
            refused.stream()
                .limit(examples)
                .map(listed -> example(rule, listed))
                .forEach(lines::append));
    return lines.toString();
  }

  private static String example(int rule, Listed listed) {
    return "%n  rule %d: %s: %s"
        .formatted(rule, Escaped.of(listed.input()), listed.answer().refusal());
  }
}
