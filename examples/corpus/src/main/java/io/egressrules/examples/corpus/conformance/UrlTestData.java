package io.egressrules.examples.corpus.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.egressrules.engine.Iri;
import io.egressrules.net.Target;
import java.util.List;

/**
 * URLs of the web platform tests and the hosts that browsers read from them. References that mean
 * something only beside a base are no URLs here, and refused.
 */
final class UrlTestData implements Format {
  @Override
  public Listed read(JsonNode line) {
    boolean valid = line.path("expected").asText().equals("valid");
    String input = valid ? line.path("input").asText() : broken(line);
    return new Listed(
        input,
        valid ? List.of(Names.listed(line.path("hostname").asText())) : List.of(),
        Answer.of(() -> host(input)));
  }

  /** What is not valid about a line may be its base. */
  private static String broken(JsonNode line) {
    String base = line.path("base").asText("");
    boolean isBase = base.startsWith("http") && Answer.of(() -> host(base)).refusal() != null;
    return isBase ? base : line.path("input").asText();
  }

  private static String host(String url) {
    return Target.parse(Iri.toAscii(url)).host().toUriString();
  }
}
