package io.egressrules.engine.compile;

import io.egressrules.engine.plan.PlannedCidrs;
import io.egressrules.engine.plan.PlannedNames;
import io.egressrules.net.MetadataHosts;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What look-ups take in memory, in bytes; estimated before there are any. */
final class Footprint {
  /** An entry of an index, for names and CIDRs alike. */
  private static final long ENTRY = 40;

  /** A reference to a block. */
  private static final long BLOCK = 4;

  private Footprint() {}

  /**
   * Whether policies take less with one index for all of them, and an array of blocks for each,
   * than with indexes of their own.
   */
  static boolean isSmaller(List<NormalForm> forms, PlannedNames names, PlannedCidrs cidrs) {
    long blocks = (long) names.blocks().size() + cidrs.blocks().size();
    long entries = (long) names.table().size() + cidrs.table().size();
    return ENTRY * entries + BLOCK * blocks * forms.size() <= ENTRY * apart(forms);
  }

  /** How many entries there are in indexes of their own. */
  private static long apart(List<NormalForm> forms) {
    return forms.stream().mapToLong(Footprint::entries).sum();
  }

  private static long entries(NormalForm form) {
    Set<List<?>> lists = Collections.newSetFromMap(new IdentityHashMap<>());
    form.rules().stream().map(NormalRule::condition).flatMap(Footprint::lists).forEach(lists::add);
    return MetadataHosts.names().size() + lists.stream().mapToLong(List::size).sum();
  }

  /** The lists by which a condition is found. */
  private static Stream<? extends List<?>> lists(NormalCondition condition) {
    if (condition.hosts() != null) {
      return condition.hosts().stream();
    }
    return condition.cidrs() == null ? Stream.empty() : condition.cidrs().stream();
  }
}
