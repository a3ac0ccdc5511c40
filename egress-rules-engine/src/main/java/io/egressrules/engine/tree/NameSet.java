package io.egressrules.engine.tree;

import io.egressrules.engine.lookup.NameIndex;
import io.egressrules.engine.lookup.NameIndexBuilder;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.TargetView;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A set of names. */
final class NameSet {
  private final NameIndex index;

  private NameSet(NameIndex index) {
    this.index = index;
  }

  static NameSet of(List<List<DomainPattern>> lists, long seed) {
    Map<String, Set<DomainPattern.Kind>> kinds = new HashMap<>();
    for (List<DomainPattern> list : lists) {
      for (DomainPattern pattern : list) {
        kinds
            .computeIfAbsent(
                pattern.name().value(), name -> EnumSet.noneOf(DomainPattern.Kind.class))
            .add(pattern.kind());
      }
    }
    NameIndexBuilder index = NameIndex.builder(seed);
    kinds.forEach((name, of) -> index.put(name, at(of), below(of)));
    return new NameSet(index.build());
  }

  private static int at(Set<DomainPattern.Kind> kinds) {
    return kinds.contains(DomainPattern.Kind.EXACT)
            || kinds.contains(DomainPattern.Kind.APEX_AND_BELOW)
        ? 1
        : 0;
  }

  private static int below(Set<DomainPattern.Kind> kinds) {
    return kinds.contains(DomainPattern.Kind.BELOW)
            || kinds.contains(DomainPattern.Kind.APEX_AND_BELOW)
        ? 1
        : 0;
  }

  boolean has(TargetView target) {
    return !target.isIpAddress()
        && index.find(target.text(), target.hostStart(), target.hostEnd()) != 0;
  }
}
