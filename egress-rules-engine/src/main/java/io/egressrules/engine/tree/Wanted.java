package io.egressrules.engine.tree;

/** What a scan of a chain looks for. */
enum Wanted {
  /** A deny rule in force that matches (level 2). */
  DENYING,
  /** An allow rule in force that does everything (level 5). */
  ALLOWING,
  /** An allow rule that did everything before it expired. */
  LAPSED,
  /**
   * An allow rule in force that admits, and grants what needs it, whatever it requires (levels 1,
   * 4).
   */
  ADMITTING;

  boolean accepts(Standing standing) {
    return standing == (this == LAPSED ? Standing.EXPIRED : Standing.IN_FORCE);
  }

  boolean accepts(Miss miss) {
    return switch (this) {
      case DENYING -> miss == Miss.NONE;
      case ALLOWING, LAPSED -> miss.isNone();
      case ADMITTING -> miss == Miss.NONE;
    };
  }
}
