package io.egressrules.examples.inspection;

import java.util.ArrayList;
import java.util.List;

/** Prints results as an aligned table. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(List<Result> results) {
    rows.add(List.of("what is sent", "client", "decision", "found", "what arrives"));
    results.forEach(result -> rows.add(result.cells()));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i)).append(" ".repeat(width(i) - row.get(i).length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
