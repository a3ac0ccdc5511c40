package io.egressrules.examples.corpus.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.egressrules.net.IpAddress;
import java.util.List;

/** Texts of IPv6 addresses, and the text that RFC 5952 recommends for each. */
final class AddressTexts implements Format {
  @Override
  public Listed read(JsonNode line) {
    String input = line.path("input").asText();
    return new Listed(
        input,
        List.of(line.path("rfc5952").asText()),
        Answer.of(() -> IpAddress.parse(input).toString()));
  }
}
