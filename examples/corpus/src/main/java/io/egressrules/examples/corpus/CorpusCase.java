package io.egressrules.examples.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a {@code decisions.*.jsonl} file.
 *
 * @param id the line's id
 * @param kind what the input is: url, ip, host, resolved, hostport, cidr or pattern
 * @param input the text under test
 * @param tokens the small policy, one token an element
 * @param answers what the resolver returns, or null when resolution is not needed
 * @param acceptable the decisions that are right
 * @param level must, should or may
 * @param canonicalHost the host that an allowed case must be matched by, or an empty text
 * @param why why the corpus labels it so
 */
record CorpusCase(
    String id,
    String kind,
    String input,
    List<String> tokens,
    List<String> answers,
    List<String> acceptable,
    String level,
    String canonicalHost,
    String why) {

  static CorpusCase of(JsonNode line) {
    return new CorpusCase(
        line.path("id").asText(),
        line.path("kind").asText(),
        line.path("input").asText(),
        Texts.split(line.path("policy").asText(), ';'),
        line.hasNonNull("resolves_to") ? texts(line.get("resolves_to")) : null,
        texts(line.path("acceptable")),
        line.path("level").asText(),
        line.path("canonical_host").asText(""),
        line.path("why").asText());
  }

  boolean has(String token) {
    return tokens.contains(token);
  }

  /** The values of a token such as {@code ports:80,443}, over all its occurrences. */
  List<String> values(String token) {
    String prefix = token + ":";
    return tokens.stream()
        .filter(t -> t.startsWith(prefix))
        .flatMap(t -> Texts.split(t.substring(prefix.length()), ',').stream())
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return List.copyOf(texts);
  }
}
