package io.egressrules.examples.benchmarks.report;

import java.util.Locale;

/** What a figure counts. */
public enum Unit {
  /** Nanoseconds by operation. */
  NANOS("ns"),
  /** Seconds. */
  SECONDS("s"),
  /** Bytes by entry. */
  BYTES("B"),
  /** Mebibytes. */
  MEBIBYTES("MiB"),
  /** Tests of conditions. */
  TESTS("tests");

  private final String text;

  Unit(String text) {
    this.text = text;
  }

  /**
   * The unit's sign.
   *
   * @return as it is written behind a number
   */
  public String text() {
    return text;
  }

  /**
   * A value with its unit, with three digits.
   *
   * @param value the value
   * @return for people
   */
  public String text(double value) {
    if (this == NANOS && value >= 1e6) {
      return number(value / 1e6) + " ms";
    }
    if (this == NANOS && value >= 1e4) {
      return number(value / 1e3) + " µs";
    }
    return number(value) + " " + text;
  }

  /**
   * A number with at least three digits.
   *
   * @param value the number
   * @return for people
   */
  static String number(double value) {
    int decimals = value >= 100 || value == Math.rint(value) ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
