package io.egressrules.examples.corpus.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.egressrules.engine.Iri;
import io.egressrules.net.Target;
import java.util.List;

/** URLs whose hosts are as long as DNS admits, or longer; valid ones have their host as written. */
final class DnsLength implements Format {
  @Override
  public Listed read(JsonNode line) {
    String input = line.path("input").asText();
    boolean fails = line.path("raw").path("failure").asBoolean();
    return new Listed(
        input,
        fails ? List.of() : List.of(Names.listed(authority(input))),
        Answer.of(() -> Target.parse(Iri.toAscii(input)).host().toUriString()));
  }

  private static String authority(String url) {
    return url.replaceFirst("^[a-z]+://", "").replaceFirst("/.*", "");
  }
}
