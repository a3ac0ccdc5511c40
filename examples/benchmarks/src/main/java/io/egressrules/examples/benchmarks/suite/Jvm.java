package io.egressrules.examples.benchmarks.suite;

/** How measured virtual machines are started. */
final class Jvm {
  /** For {@link io.egressrules.examples.benchmarks.workload.FreshText}. */
  static final String OPEN_STRING = "--add-opens=java.base/java.lang=ALL-UNNAMED";

  private Jvm() {}
}
