package io.egressrules.examples.benchmarks.suite;

import io.egressrules.engine.lookup.CidrIndex;
import io.egressrules.engine.lookup.NameIndex;
import io.egressrules.examples.benchmarks.workload.Entry;
import io.egressrules.examples.benchmarks.workload.Rules;
import io.egressrules.net.Cidr;
import java.util.List;

/** This library's indexes over the entries that its peers get. */
public final class Indexes {
  private static final long SEED = 0x5EED;

  private Indexes() {}

  /**
   * An index of names.
   *
   * @param rules whose names; the number of an entry is its place, from 1
   * @return a new index
   */
  public static NameIndex names(Rules rules) {
    var index = NameIndex.builder(SEED);
    for (int number = 0; number < rules.entries(); number++) {
      Entry entry = rules.entry(number);
      index.put(entry.name(), entry.below() ? 0 : number + 1, entry.below() ? number + 1 : 0);
    }
    return index.build();
  }

  /**
   * An index of prefixes.
   *
   * @param prefixes all different; the number of a prefix is its place, from 1
   * @return a new index
   */
  public static CidrIndex cidrs(List<Cidr> prefixes) {
    CidrIndex.Builder index = CidrIndex.builder();
    for (int i = 0; i < prefixes.size(); i++) {
      index.put(prefixes.get(i), i + 1);
    }
    return index.build();
  }
}
