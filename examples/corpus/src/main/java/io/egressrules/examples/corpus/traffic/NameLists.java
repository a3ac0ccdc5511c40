package io.egressrules.examples.corpus.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists of the names that people call most. */
final class NameLists {
  /** The lists of addresses and of blocked names are none. */
  static final String FILES = "(misp-.*\\.json|opendns-.*\\.txt)";

  private static final ObjectMapper JSON = new ObjectMapper();

  private NameLists() {}

  static List<String> read(Path file) throws IOException {
    if (!file.toString().endsWith(".json")) {
      return Files.readAllLines(file).stream().filter(name -> !name.isBlank()).toList();
    }
    List<String> names = new ArrayList<>();
    for (JsonNode name : JSON.readTree(file.toFile()).path("list")) {
      names.add(name.asText());
    }
    return names;
  }
}
