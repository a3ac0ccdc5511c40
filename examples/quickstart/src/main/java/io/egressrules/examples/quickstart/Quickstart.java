package io.egressrules.examples.quickstart;

import io.egressrules.EgressFilter;
import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Shows real calls allowed and refused: real servers on loopback addresses, a policy file, and two
 * guarded clients.
 *
 * <p>Ends with 0 only if every decision is the expected one and nothing internal was reached.
 */
public final class Quickstart {
  /** A fixed day, so that the policy's dates always mean the same. */
  private static final InstantSource TODAY =
      InstantSource.fixed(Instant.parse("2026-12-01T00:00:00Z"));

  private Quickstart() {}

  /**
   * Runs the demo.
   *
   * @param args the policy file
   * @throws Exception if the demo itself cannot run
   */
  public static void main(String[] args) throws Exception {
    System.exit(run(Path.of(args[0]), System.out) ? 0 : 1);
  }

  static boolean run(Path policy, PrintStream out) throws Exception {
    EgressFilter filter = EgressRules.load(policy, CompileOptions.DEFAULT.clock(TODAY));
    DemoCertificate certificate = DemoCertificate.make();
    try (DemoServers servers = new DemoServers(certificate.context())) {
      List<Result> results = new Demo(filter, servers, certificate).run();
      Table table = new Table();
      results.forEach(table::add);
      out.println(table);
      long expected = results.stream().filter(Result::isAsExpected).count();
      out.println("the internal server saw " + servers.internalRequests() + " requests");
      out.println(expected + " of " + results.size() + " decisions as expected");
      return expected == results.size() && servers.internalRequests() == 0;
    }
  }
}
