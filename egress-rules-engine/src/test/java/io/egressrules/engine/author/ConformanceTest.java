package io.egressrules.engine.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.author.cases.CaseFailure;
import io.egressrules.engine.author.cases.PolicyCases;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One folder a test, {@code conformance/<topic>/<case>}: a policy, and either the cases it decides
 * or the problems it is refused with.
 */
class ConformanceTest {
  private static final Path ROOT = Path.of("src/test/resources/conformance");

  @TestFactory
  Stream<DynamicTest> every_folder_holds() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> policies = files.filter(file -> file.endsWith("policy.yaml")).sorted().toList();
      assertThat(policies).hasSizeGreaterThan(40);
      return policies.stream().map(ConformanceTest::test);
    }
  }

  private static DynamicTest test(Path policy) {
    Path folder = policy.getParent();
    return DynamicTest.dynamicTest(ROOT.relativize(folder).toString(), () -> holds(folder));
  }

  private static void holds(Path folder) throws IOException {
    Path problems = folder.resolve("expected-problems.txt");
    if (Files.exists(problems)) {
      assertThat(problems(folder)).isEqualToNormalizingNewlines(Files.readString(problems));
    } else {
      assertThat(failures(folder)).isEmpty();
    }
  }

  /** The problems as a service sees them when it loads the policy. */
  private static String problems(Path folder) {
    PolicyException refused =
        catchThrowableOfType(PolicyException.class, () -> load(folder, EgressRules::compile));
    return refused == null ? "none\n" : refused.getMessage() + "\n";
  }

  private static String failures(Path folder) throws IOException {
    Policy policy = load(folder, read -> read);
    return PolicyCases.read(Files.readString(folder.resolve("cases.yaml")), "cases.yaml")
        .run(clock -> EgressRules.compile(policy, CompileOptions.DEFAULT.clock(clock).seed(7)))
        .stream()
        .map(CaseFailure::toString)
        .collect(Collectors.joining("\n"));
  }

  private static <F> F load(Path folder, Function<Policy, F> compiler) throws IOException {
    String text = Files.readString(folder.resolve("policy.yaml"));
    return PolicyReader.DEFAULT.load(text, "policy.yaml", folder, compiler);
  }
}
