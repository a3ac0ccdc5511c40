package io.egressrules.engine.author.cases;

import io.egressrules.EgressRequest;
import io.egressrules.engine.author.entry.Moment;
import io.egressrules.engine.author.text.Code;
import io.egressrules.engine.author.text.Fields;
import io.egressrules.engine.author.text.Node;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.Values;
import io.egressrules.policy.SourceLocation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads one case. */
final class CaseReader {
  private final Instant now;
  private final Problems problems;

  /**
   * A reader of one case.
   *
   * @param now the time of a case that states none
   * @param problems takes what is wrong
   */
  CaseReader(Instant now, Problems problems) {
    this.now = now;
    this.problems = problems;
  }

  /** Reads a case; empty when a part of it is missing or wrong, which is reported. */
  Optional<PolicyCase> read(Node node) {
    return Fields.of(node, "a case", List.of("case", "now", "request", "expect"), problems)
        .flatMap(this::read);
  }

  private Optional<PolicyCase> read(Fields fields) {
    SourceLocation where = fields.location();
    String name = fields.text("case").map(Scalar::text).orElse("case in line " + where.line());
    Instant time = moment(fields.text("now"), problems).orElse(now);
    Optional<EgressRequest> request =
        fields
            .required("request", "{url: \"https://api.example.com/\"}")
            .flatMap(node -> RequestReader.read(node, problems));
    Optional<Expectation> expectation =
        fields
            .required("expect", "{effect: allow}")
            .flatMap(node -> ExpectationReader.read(node, problems));
    return request.flatMap(
        facts -> expectation.map(expected -> new PolicyCase(name, where, time, facts, expected)));
  }

  /**
   * The instant that a text means; empty when there is no text, or it is wrong, which is reported.
   */
  static Optional<Instant> moment(Optional<Scalar> text, Problems problems) {
    return text.flatMap(
        written -> Values.read(written, Code.MALFORMED_DATE, Moment::parse, problems));
  }
}
