package io.egressrules.engine.tree;

/** Whether a rule counts, at one instant and in one world (SEMANTICS.md sections 2 and 6). */
enum Standing {
  /** It counts. */
  IN_FORCE,
  /** It counted until it ended. */
  EXPIRED,
  /** It does not count: it is reported only, or was. */
  ABSENT
}
