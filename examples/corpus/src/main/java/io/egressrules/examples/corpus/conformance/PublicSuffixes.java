package io.egressrules.examples.corpus.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.Iri;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.GateRule;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import java.util.List;

/**
 * Names and their registrable domains. A policy may allow every name below a registrable domain;
 * below a public suffix it may not, or not without a warning. A top-level domain that has no entry
 * of its own in the list may be a company's own, so that one may be allowed.
 */
final class PublicSuffixes implements Format {
  @Override
  public Listed read(JsonNode line) {
    String input = line.path("input").asText();
    if (line.hasNonNull("registrable_domain")) {
      String domain = Iri.authorityToAscii(line.path("registrable_domain").asText());
      return new Listed(input, List.of(domain), below(domain));
    }
    Answer answer = below(input);
    boolean ownTop = input.indexOf('.') < 0 && answer.host() != null;
    return new Listed(input, ownTop ? List.of(input) : List.of(), answer);
  }

  private static Answer below(String domain) {
    Answer name = Answer.of(() -> Names.toAscii(domain));
    return name.host() == null || mayBeAllowed(name.host())
        ? name
        : new Answer(null, GateRule.NOT_A_NAME);
  }

  private static boolean mayBeAllowed(String domain) {
    Rule.Builder below = Rule.allow("below").host(DomainPattern.parse("*." + domain));
    return EgressRules.check(Policy.builder("suffix").rule(below).build()).stream()
        .noneMatch(problem -> problem.code().startsWith("star-over-"));
  }
}
