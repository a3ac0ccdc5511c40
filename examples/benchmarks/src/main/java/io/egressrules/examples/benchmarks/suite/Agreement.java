package io.egressrules.examples.benchmarks.suite;

/** Nothing is measured that answers wrongly. */
final class Agreement {
  private Agreement() {}

  static void expect(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException("expected " + expected + ", answered " + actual);
    }
  }
}
