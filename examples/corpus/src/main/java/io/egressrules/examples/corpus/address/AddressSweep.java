package io.egressrules.examples.corpus.address;

import io.egressrules.examples.corpus.Lines;
import io.egressrules.examples.corpus.Outcome;
import io.egressrules.examples.corpus.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Judges every IPv4 address there is, and compares with the registry. */
public final class AddressSweep implements Part {
  /** Makes the part. */
  public AddressSweep() {}

  @Override
  public String files() {
    return "conformance/iana-special-purpose.jsonl";
  }

  @Override
  public List<Outcome> run(Path directory) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Path file :
        Lines.find(directory.resolve("conformance"), "iana-special-purpose\\..*jsonl")) {
      outcomes.add(Swept.of("sweep/" + file.getFileName(), Registry.read(file)));
    }
    return outcomes;
  }
}
