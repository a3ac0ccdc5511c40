package io.egressrules.examples.corpus.traffic;

import io.egressrules.EgressFilter;
import io.egressrules.engine.EgressRules;
import io.egressrules.examples.corpus.Lines;
import io.egressrules.examples.corpus.Outcome;
import io.egressrules.examples.corpus.Part;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import io.egressrules.policy.TargetOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Asks for the names that people call most, under a policy that allows every public host. */
public final class HonestTraffic implements Part {
  /** Names in use hold underscores now and then, so the policy admits them. */
  private static final EgressFilter PUBLIC_ONLY =
      EgressRules.compile(
          Policy.builder("public-only")
              .rule(Rule.allow("public").anyHost("ordinary names, wherever they lead"))
              .target(new TargetOptions(Set.of(TargetTrait.UNDERSCORE), Set.of()))
              .build());

  /** Makes the part. */
  public HonestTraffic() {}

  @Override
  public String files() {
    return "lists/misp-*.json, lists/opendns-*.txt";
  }

  @Override
  public List<Outcome> run(Path directory) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Path file : Lines.find(directory.resolve("lists"), NameLists.FILES)) {
      TrafficTally tally = new TrafficTally("lists/" + file.getFileName());
      NameLists.read(file).forEach(name -> tally.ask(PUBLIC_ONLY, name));
      outcomes.add(tally);
    }
    return outcomes;
  }
}
