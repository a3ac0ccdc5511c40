package io.egressrules.engine;

/** What takes its time with long lists, in this order. */
public enum CompileStep {
  /** The entries of a list file are read; each file counts from 0. */
  READ,
  /** The entries are brought together and put in order; a policy's own and those of its lists. */
  PLAN,
  /** The names and CIDRs, each once, are put into the index. */
  BUILD
}
