package io.egressrules.examples.corpus.leak;

import io.egressrules.examples.corpus.Lines;
import io.egressrules.examples.corpus.Outcome;
import io.egressrules.examples.corpus.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Secrets and personal data in what is sent: how much of it is found, and how much else is. */
public final class Leaks implements Part {

  /** Makes the part. */
  public Leaks() {}

  @Override
  public String files() {
    return "dlp/cases.*.jsonl, dlp/validators.jsonl, dlp/*.txt";
  }

  @Override
  public List<Outcome> run(Path directory) throws IOException {
    Path leaks = directory.resolve("dlp");
    List<LeakCase> cases = LeakCase.read(leaks);
    List<Outcome> outcomes = new ArrayList<>();
    if (cases.isEmpty()) {
      return outcomes;
    }
    Look secrets = Look.forSecrets();
    outcomes.addAll(new SecretSets(secrets, cases).run());
    outcomes.addAll(CleanText.run(secrets, leaks));
    outcomes.addAll(new EncodedSecrets(secrets, cases).run());
    outcomes.addAll(new PersonalSet(Look.forPersonalData(), cases).run());
    for (Path file : Lines.find(leaks, "validators.*jsonl")) {
      outcomes.addAll(ValidatorPairs.run(file));
    }
    outcomes.addAll(Pieces.run(secrets, cases));
    return outcomes;
  }
}
