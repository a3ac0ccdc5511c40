package io.egressrules.examples.corpus.conformance;

import io.egressrules.examples.corpus.Outcome;
import java.util.List;

/** A file in a format that nobody here reads. */
record Unread(String file) implements Outcome {
  @Override
  public String line() {
    return file + ": unknown format, skipped";
  }

  @Override
  public boolean holds() {
    return true;
  }

  @Override
  public List<String> details() {
    return List.of();
  }
}
