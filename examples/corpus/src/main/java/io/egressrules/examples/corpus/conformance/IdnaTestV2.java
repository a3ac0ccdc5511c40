package io.egressrules.examples.corpus.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The conformance tests of UTS #46, processed without transition.
 *
 * <p>Two things that they refuse are in use, and accepted as they stand: the dot of the root, which
 * the gate removes, and names like {@code r3---sn}, which are ASCII and hold no A-label.
 */
final class IdnaTestV2 implements Format {
  @Override
  public Listed read(JsonNode line) {
    String input = line.path("input").asText();
    boolean valid = isValid(input, line.path("status").asText());
    return new Listed(
        input,
        valid ? List.of(Names.listed(line.path("to_ascii_nontransitional").asText())) : List.of(),
        Answer.of(() -> Names.toAscii(input)));
  }

  private static boolean isValid(String input, String status) {
    return switch (status) {
      case "" -> true;
      case "[A4_2]" -> input.matches(".*[^.]\\.") && !input.contains("..");
      case "[V2]" -> input.chars().allMatch(c -> c < 0x80) && !input.contains("xn--");
      default -> false;
    };
  }
}
