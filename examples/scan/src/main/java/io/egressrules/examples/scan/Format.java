package io.egressrules.examples.scan;

import java.io.PrintStream;

/** How findings are written. */
enum Format {
  /** One line for each, for people. */
  TEXT,
  /** One JSON object on a line for each. */
  JSON,
  /** One SARIF 2.1.0 log, as code hosts and editors read it. */
  SARIF;

  Report report(PrintStream out) {
    return switch (this) {
      case TEXT -> new TextReport(out);
      case JSON -> new JsonReport(out);
      case SARIF -> new SarifReport(out);
    };
  }
}
