package io.egressrules.engine.tree;

/** What a scan of a chain looks for. */
enum Wanted {
  /** A deny rule in force that matches (level 2). */
  DENYING(Standing.IN_FORCE, Miss.NONE.bit()),
  /** An allow rule in force that does everything (level 5). */
  ALLOWING(Standing.IN_FORCE, Miss.NONE.bit() | Miss.PENDING.bit()),
  /** An allow rule that did everything before it expired. */
  LAPSED(Standing.EXPIRED, ALLOWING.misses),
  /**
   * An allow rule in force that admits, and grants what needs it, whatever else it requires (levels
   * 1 and 4).
   */
  ADMITTING(
      Standing.IN_FORCE,
      ALLOWING.misses
          | Miss.TLS.bit()
          | Miss.SCHEMES.bit()
          | Miss.PORTS.bit()
          | Miss.METHODS.bit()
          | Miss.PATHS.bit());

  private final Standing standing;
  private final int misses;

  Wanted(Standing standing, int misses) {
    this.standing = standing;
    this.misses = misses;
  }

  boolean accepts(Standing found) {
    return found == standing;
  }

  boolean accepts(Miss found) {
    return (misses & found.bit()) != 0;
  }
}
