package io.egressrules.engine.tree;

import io.egressrules.engine.lookup.CidrIndex;
import io.egressrules.engine.lookup.NameIndex;
import io.egressrules.engine.plan.CidrTable;
import io.egressrules.engine.plan.NameTable;
import io.egressrules.engine.plan.Plan;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * What is built of tables: of each table once, however many rules and plans have it. Not safe for
 * use by several threads.
 */
final class Indexes {
  private final IdentityHashMap<Object, Integer> plansByTable = new IdentityHashMap<>();
  private final IdentityHashMap<NameTable, NameIndex> names = new IdentityHashMap<>();
  private final IdentityHashMap<CidrTable, CidrIndex> cidrs = new IdentityHashMap<>();
  private final IdentityHashMap<NameTable, NameSet> nameSets = new IdentityHashMap<>();
  private final IdentityHashMap<CidrTable, CidrSet> cidrSets = new IdentityHashMap<>();

  /** For the tables of these plans. */
  Indexes(List<Plan> plans) {
    for (Plan plan : plans) {
      plansByTable.merge(plan.names().table(), 1, Integer::sum);
      plansByTable.merge(plan.cidrs().table(), 1, Integer::sum);
    }
  }

  /** How many plans lead their names, or their addresses, by a table. */
  int plansWith(Object table) {
    return plansByTable.getOrDefault(table, 1);
  }

  NameIndex names(NameTable table, Function<NameTable, NameIndex> build) {
    return names.computeIfAbsent(table, build);
  }

  CidrIndex cidrs(CidrTable table, Function<CidrTable, CidrIndex> build) {
    return cidrs.computeIfAbsent(table, build);
  }

  NameSet set(NameTable table, Function<NameTable, NameSet> build) {
    return nameSets.computeIfAbsent(table, build);
  }

  CidrSet set(CidrTable table, Function<CidrTable, CidrSet> build) {
    return cidrSets.computeIfAbsent(table, build);
  }
}
