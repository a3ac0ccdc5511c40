package io.egressrules.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.author.PolicyWriter;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of SEMANTICS.md section 7 about policies as texts. */
class AuthoredProperties {
  private static final Path NOWHERE = Path.of("no-such-directory");
  private static final List<String> MARKS =
      List.of(
          ":", "-", "[", "]", "{", "}", "*", "&", "!", "\n", " ", "'", "\"", "$", ".", "/", "0");

  private static Policy read(String text) {
    return EgressRules.read(text, "policy.yaml", NOWHERE);
  }

  @Test
  void law9_whatIsWrittenAndReadDecidesAlike() {
    Law law =
        policy -> {
          Engine engine = new Engine(policy);
          Engine read = new Engine(read(PolicyWriter.write(policy.policy())));
          return request ->
              engine.policyId().equals(read.policyId())
                  ? Law.same(engine.verdict(request), read.verdict(request))
                  : "policy id " + engine.policyId() + " became " + read.policyId();
        };
    law.holds("read(write(p)) = p", 60, 50);
  }

  @Test
  void law7_anALabelOrAULabelChangesNothing() {
    String policy =
        """
        version: 1
        policy: spelling
        rules:
          - id: r
            effect: allow
            hosts: ["%s"]
        """;
    EgressRequest request =
        EgressRequest.toUrl("https://api.xn--bcher-kva.example/").addresses(List.of()).build();
    List<EgressFilter> filters =
        Stream.of(".xn--bcher-kva.example", ".bücher.example", ".BÜCHER.example.")
            .map(host -> EgressRules.compile(read(policy.formatted(host))))
            .toList();
    assertThat(filters).extracting(EgressFilter::policyId).containsOnly(filters.get(0).policyId());
    assertThat(filters)
        .extracting(f -> f.decide(request))
        .containsOnly(filters.get(0).decide(request));
  }

  /** Of a policy file with a slip of the pen comes a filter, or an exception with its problems. */
  @Test
  void law12_everyTextIsReadOrRefused() {
    Draw draw = Draw.of("slips", 0);
    int refused = 0;
    for (int i = 0; i < 2000 * Draw.FACTOR; i++) {
      String text =
          slip(draw, PolicyWriter.write(Policies.small(Draw.of("small", i % 50)).policy()));
      try {
        assertThat(EgressRules.compile(read(text))).isNotNull();
      } catch (PolicyException exception) {
        assertThat(exception.problems()).as(text).isNotEmpty();
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(200 * Draw.FACTOR);
  }

  private static String slip(Draw draw, String text) {
    StringBuilder slipped = new StringBuilder(text);
    for (int slips = 1 + draw.upTo(3); slips > 0; slips--) {
      int at = draw.upTo(slipped.length());
      if (draw.chance(0.5)) {
        slipped.insert(at, draw.one(MARKS));
      } else {
        slipped.deleteCharAt(at);
      }
    }
    return slipped.toString();
  }
}
