package io.egressrules.engine.tree;

import io.egressrules.engine.lookup.NameIndex;
import io.egressrules.engine.lookup.NameIndexBuilder;
import io.egressrules.engine.plan.NameTable;
import io.egressrules.net.TargetView;

/** A set of names. */
final class NameSet {
  private final NameIndex index;

  private NameSet(NameIndex index) {
    this.index = index;
  }

  static NameSet of(NameTable names, long seed) {
    NameIndexBuilder index = NameIndex.builder(seed);
    names.forEach(index::put);
    return new NameSet(index.build());
  }

  /** The most steps of a look-up. */
  int mostSteps() {
    return index.mostSteps();
  }

  boolean has(TargetView target) {
    return !target.isIpAddress() && index.find(target.hostWords()) != 0;
  }
}
