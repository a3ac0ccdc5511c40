package io.egressrules.examples.inspection;

import io.egressrules.dlp.DlpInspector;
import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.policy.Policy;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Shows what is sent being inspected: a real server on a loopback address, a policy file, and two
 * guarded clients.
 *
 * <p>Ends with 0 only if every decision is the expected one, and what arrived is what should.
 */
public final class InspectedCalls {
  /** A fixed day, so that the policy's dates always mean the same. */
  private static final InstantSource TODAY =
      InstantSource.fixed(Instant.parse("2026-12-01T00:00:00Z"));

  private InspectedCalls() {}

  /**
   * Runs the demo.
   *
   * @param args the policy file
   * @throws Exception if the demo itself cannot run
   */
  public static void main(String[] args) throws Exception {
    System.exit(run(Path.of(args[0]), System.out) ? 0 : 1);
  }

  static boolean run(Path file, PrintStream out) throws Exception {
    Policy policy = EgressRules.read(file);
    DlpInspector inspector = DlpInspector.builder().policy(policy).clock(TODAY).build();
    try (Partner partner = new Partner()) {
      List<Result> results =
          new Demo(
                  EgressRules.compile(policy, CompileOptions.DEFAULT.clock(TODAY)),
                  inspector,
                  partner)
              .run();
      out.println(new Table(results));
      long expected = results.stream().filter(Result::isAsExpected).count();
      out.println(expected + " of " + results.size() + " as expected, to the byte");
      return expected == results.size();
    }
  }
}
