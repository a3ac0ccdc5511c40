package io.egressrules.engine.tree;

import io.egressrules.engine.lookup.NameIndex;
import io.egressrules.engine.lookup.NameIndexBuilder;
import io.egressrules.engine.plan.NameTable;
import io.egressrules.net.DomainName;
import io.egressrules.net.Target;

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

  boolean has(Target target) {
    return target.host() instanceof DomainName name && index.find(name.value()) != 0;
  }
}
