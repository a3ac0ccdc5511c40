package io.egressrules.examples.quickstart;

import java.util.ArrayList;
import java.util.List;

/** Prints results as an aligned table. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table() {
    rows.add(List.of("request", "client", "effect", "reason", "rule", "what to change"));
  }

  void add(Result result) {
    String suggestion = result.suggestion();
    rows.add(
        List.of(
            result.scenario().title(),
            result.client(),
            result.effect(),
            result.reason(),
            result.rule(),
            suggestion == null ? "" : suggestion));
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
