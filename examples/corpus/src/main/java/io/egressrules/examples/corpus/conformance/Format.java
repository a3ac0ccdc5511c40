package io.egressrules.examples.corpus.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** How the lines of one kind of file are read. */
interface Format {
  /** Reads one line, and asks the library about its input. */
  Listed read(JsonNode line);
}
