package io.egressrules.examples.corpus.leak;

import com.fasterxml.jackson.databind.JsonNode;
import io.egressrules.examples.corpus.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text, and what its author says of it.
 *
 * @param id the case's name
 * @param source the test suite it is from
 * @param rule what that suite calls the kind of value
 * @param text the text
 * @param expected whether the text holds such a value; if not, it may hold another
 * @param spans where the values are, in chars; none if the author does not say
 */
record LeakCase(
    String id, String source, String rule, String text, boolean expected, List<Span> spans) {

  /**
   * Where a value is.
   *
   * @param start the index of its first char
   * @param end the index behind it
   */
  record Span(int start, int end) {
    boolean overlaps(int from, int to) {
      return start < to && from < end;
    }
  }

  /** The cases of the files {@code cases.*.jsonl} of a directory. */
  static List<LeakCase> read(Path directory) throws IOException {
    List<LeakCase> cases = new ArrayList<>();
    for (Path file : Lines.find(directory, "cases\\..*jsonl")) {
      Lines.read(file).forEach(line -> cases.add(of(line)));
    }
    return cases;
  }

  private static LeakCase of(JsonNode line) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode span : line.path("spans")) {
      spans.add(new Span(span.get(0).asInt(), span.get(1).asInt()));
    }
    return new LeakCase(
        line.path("id").asText(),
        line.path("source").asText(),
        line.path("rule").asText(),
        line.path("text").asText(),
        line.path("expected").asBoolean(),
        spans);
  }

  static Stream<LeakCase> from(List<LeakCase> cases, String source) {
    return cases.stream().filter(each -> each.source.startsWith(source));
  }
}
