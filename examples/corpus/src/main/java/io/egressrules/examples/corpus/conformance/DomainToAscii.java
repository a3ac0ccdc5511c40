package io.egressrules.examples.corpus.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Host names of the web platform tests and their A-labels. */
final class DomainToAscii implements Format {
  @Override
  public Listed read(JsonNode line) {
    String input = line.path("input").asText();
    boolean valid = line.path("expected").asText().equals("valid");
    return new Listed(
        input,
        valid ? List.of(Names.listed(line.path("output").asText())) : List.of(),
        Answer.of(() -> Names.toAscii(input)));
  }
}
