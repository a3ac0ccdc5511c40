package io.egressrules.examples.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.egressrules.policy.PolicyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cases of a request, a small policy and the decision that is right. */
final class Decisions implements Part {
  @Override
  public String files() {
    return "decisions.*.jsonl";
  }

  @Override
  public List<Outcome> run(Path directory) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Path file : Lines.find(directory, "decisions\\..*jsonl")) {
      Tally tally = new Tally(file.getFileName().toString());
      for (JsonNode line : Lines.read(file)) {
        judge(CorpusCase.of(line), tally);
      }
      outcomes.add(tally);
    }
    return outcomes;
  }

  private static void judge(CorpusCase input, Tally tally) {
    try {
      Verdict verdict = Decider.decide(input);
      Tally.Result result = Judge.judge(input, verdict);
      if (result == Tally.Result.OK) {
        tally.ok();
      } else {
        tally.add(detail(input, result, verdict.toString()));
      }
    } catch (PolicyException | IllegalArgumentException unwritable) {
      tally.add(detail(input, Tally.Result.UNSUPPORTED, "policy: " + unwritable.getMessage()));
    }
  }

  private static Tally.Detail detail(CorpusCase input, Tally.Result result, String got) {
    return new Tally.Detail(input.id(), result, input.level(), input.input(), got, input.why());
  }
}
