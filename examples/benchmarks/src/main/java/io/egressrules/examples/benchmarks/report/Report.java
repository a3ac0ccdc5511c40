package io.egressrules.examples.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The comparison, written down.
 *
 * @param remarks what one has to know to read it
 * @param rows its lines
 */
public record Report(List<String> remarks, List<Row> rows) {
  private static final String HEAD =
      """
      | what | parameters | ours | peer | ratio | B/op | bar | holds |
      |---|---|---|---|---|---|---|---|
      """;

  /**
   * The report as Markdown.
   *
   * @return lines
   */
  public String markdown() {
    StringBuilder text = new StringBuilder("# Comparison\n\n");
    remarks.forEach(remark -> text.append("- ").append(remark).append('\n'));
    text.append('\n').append(HEAD);
    for (Row row : rows) {
      StringJoiner line = new StringJoiner(" | ", "| ", " |\n");
      line.add(row.what()).add(row.parameters()).add(text(row.ours()));
      line.add(row.compared() ? text(row.peer()) : "");
      line.add(Double.isNaN(row.ratio()) ? "" : Unit.number(row.ratio()) + "×");
      line.add(bytes(row)).add(row.bar()).add(verdict(row));
      text.append(line);
    }
    return text.toString();
  }

  private static String text(@Nullable Figure figure) {
    return figure == null ? "not run" : figure.unit().text(figure.value());
  }

  private static String bytes(Row row) {
    Figure figure = row.ours();
    return figure == null || Double.isNaN(figure.bytesPerOp())
        ? ""
        : Long.toString(Math.round(figure.bytesPerOp()));
  }

  private static String verdict(Row row) {
    if (row.bar().isEmpty()) {
      return "";
    }
    Boolean holds = row.holds();
    return holds == null ? "not run" : holds ? "yes" : "**no**";
  }

  /**
   * The report as JSON: an object of {@code remarks} and {@code rows}. Figures are in the unit that
   * is named, null when not run.
   *
   * @return JSON
   */
  public String json() {
    StringJoiner remarksText = new StringJoiner(",\n    ", "[\n    ", "\n  ]");
    remarks.forEach(remark -> remarksText.add(quoted(remark)));
    StringJoiner rowsText = new StringJoiner(",\n    ", "[\n    ", "\n  ]");
    rows.forEach(row -> rowsText.add(json(row)));
    return "{\n  \"remarks\": " + remarksText + ",\n  \"rows\": " + rowsText + "\n}\n";
  }

  private static String json(Row row) {
    Figure ours = row.ours();
    Figure peer = row.peer();
    StringJoiner text = new StringJoiner(", ", "{", "}");
    text.add("\"what\": " + quoted(row.what()));
    text.add("\"parameters\": " + quoted(row.parameters()));
    text.add("\"unit\": " + (ours == null ? "null" : quoted(ours.unit().text())));
    text.add("\"ours\": " + (ours == null ? "null" : number(ours.value())));
    text.add("\"oursWall\": " + (ours == null ? "null" : number(ours.wall())));
    text.add("\"peer\": " + (peer == null ? "null" : number(peer.value())));
    text.add("\"peerWall\": " + (peer == null ? "null" : number(peer.wall())));
    text.add("\"ratio\": " + number(row.ratio()));
    text.add("\"bytesPerOp\": " + (ours == null ? "null" : number(ours.bytesPerOp())));
    text.add("\"bar\": " + quoted(row.bar()));
    text.add("\"holds\": " + row.holds());
    return text.toString();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "null" : Double.toString(value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /**
   * Writes {@code comparison.md} and {@code comparison.json}.
   *
   * @param directory where to
   * @throws IOException if that fails
   */
  public void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("comparison.md"), markdown());
    Files.writeString(directory.resolve("comparison.json"), json());
  }
}
