package io.egressrules.examples.scan;

import java.nio.file.Path;
import java.util.List;

/** Writes what is found, as it is found. */
interface Report {

  /** Writes what comes first. */
  default void begin() {}

  void found(Path file, Hit hit);

  /**
   * Writes what comes last.
   *
   * @param troubles what could not be looked through
   * @param code how the command ends
   */
  default void end(List<Trouble> troubles, int code) {}
}
