package io.egressrules.engine.author.cases;

import io.egressrules.EgressFilter;
import io.egressrules.engine.author.text.Code;
import io.egressrules.engine.author.text.Fields;
import io.egressrules.engine.author.text.Node;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.Source;
import io.egressrules.engine.author.text.TextFile;
import io.egressrules.engine.author.text.YamlReader;
import io.egressrules.policy.PolicyException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Cases that an author states beside a policy: requests, and what must be decided about them.
 * Immutable.
 *
 * <p>The file is described in POLICY-FILE.md. In a test:
 *
 * <pre>{@code
 * List<CaseFailure> failures =
 *     PolicyCases.read(Path.of("cases.yaml"))
 *         .run(clock -> EgressRules.compile(policy, CompileOptions.DEFAULT.clock(clock)));
 * }</pre>
 */
public final class PolicyCases {
  private final List<PolicyCase> cases;

  private PolicyCases(List<PolicyCase> cases) {
    this.cases = List.copyOf(cases);
  }

  /**
   * Reads a cases file.
   *
   * @param file the file
   * @return its cases
   * @throws PolicyException if the file cannot be read or something is wrong with it; with all
   *     problems
   */
  public static PolicyCases read(Path file) {
    return read(TextFile.read(file, file.toString()));
  }

  /**
   * Reads cases from a text.
   *
   * @param text the cases in YAML 1.2 or JSON
   * @param fileName the text's name in problems and failures
   * @return its cases
   * @throws PolicyException if something is wrong with it; with all problems
   */
  public static PolicyCases read(String text, String fileName) {
    return read(TextFile.of(fileName, text));
  }

  private static PolicyCases read(Source source) {
    Problems problems = Problems.of(source);
    List<PolicyCase> cases =
        YamlReader.read(source, problems)
            .flatMap(node -> Fields.of(node, "a cases file", List.of("now", "cases"), problems))
            .map(PolicyCases::cases)
            .orElse(List.of());
    if (problems.count() > 0) {
      throw new PolicyException(problems.list());
    }
    return new PolicyCases(cases);
  }

  private static List<PolicyCase> cases(Fields fields) {
    Optional<Instant> now =
        CaseReader.moment(fields.requiredText("now", "2026-06-01"), fields.problems());
    List<PolicyCase> cases = new ArrayList<>();
    for (Node node : fields.required("cases", "[…]").map(Fields::items).orElse(List.of())) {
      new CaseReader(now.orElse(Instant.EPOCH), fields.problems()).read(node).ifPresent(cases::add);
    }
    if (cases.isEmpty() && fields.problems().count() == 0) {
      fields
          .problems()
          .add(
              Code.EMPTY_VALUE,
              fields.location(),
              "there is no case, so nothing would be tried; write one");
    }
    return cases;
  }

  /**
   * How many cases there are.
   *
   * @return at least one
   */
  public int size() {
    return cases.size();
  }

  /**
   * Tries every case.
   *
   * @param compiled compiles the policy for a clock, which shows each case's own time while the
   *     case is tried
   * @return the cases that were decided otherwise than expected; empty when all is well
   */
  public List<CaseFailure> run(Function<InstantSource, EgressFilter> compiled) {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    EgressFilter filter = compiled.apply(now::get);
    List<CaseFailure> failures = new ArrayList<>();
    for (PolicyCase each : cases) {
      now.set(each.now());
      each.failure(filter).ifPresent(failures::add);
    }
    return List.copyOf(failures);
  }
}
