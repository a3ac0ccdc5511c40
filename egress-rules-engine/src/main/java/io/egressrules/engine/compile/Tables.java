package io.egressrules.engine.compile;

import io.egressrules.engine.plan.CidrTable;
import io.egressrules.engine.plan.NameTable;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.DomainPattern.Kind;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Makes tables of the lists that single rules and exceptions ask for. What is made of one list is
 * made once, however many rules refer to it.
 */
final class Tables {
  /** How many entries of a condition explanations look at. */
  private static final int MOST_ENTRIES = 1_000;

  private static final int AT = 1;
  private static final int BELOW = 2;
  private static final int MATCHES = 1;

  private final IdentityHashMap<List<?>, NameTable> names = new IdentityHashMap<>();
  private final IdentityHashMap<List<?>, CidrTable> cidrs = new IdentityHashMap<>();
  private final IdentityHashMap<List<?>, List<DomainPattern>> firstPatterns =
      new IdentityHashMap<>();
  private final IdentityHashMap<List<?>, List<Cidr>> firstCidrs = new IdentityHashMap<>();

  private static <E, T> T once(
      IdentityHashMap<List<?>, T> made, List<List<E>> lists, Function<List<List<E>>, T> make) {
    return lists.size() == 1
        ? made.computeIfAbsent(lists.get(0), only -> make.apply(lists))
        : make.apply(lists);
  }

  /** The names of all patterns of some lists. */
  NameTable names(List<List<DomainPattern>> lists) {
    return once(names, lists, Tables::nameTable);
  }

  private static NameTable nameTable(List<List<DomainPattern>> lists) {
    NameNumbers numbers = new NameNumbers();
    byte[] matches = new byte[lists.stream().mapToInt(List::size).sum()];
    for (List<DomainPattern> list : lists) {
      for (DomainPattern pattern : list) {
        matches[numbers.enter(pattern.name().value())] |= matches(pattern.kind());
      }
    }
    NameTable.Builder table = NameTable.builder();
    for (int name = 0; name < numbers.size(); name++) {
      table.put(
          numbers.name(name),
          (matches[name] & AT) == 0 ? 0 : MATCHES,
          (matches[name] & BELOW) == 0 ? 0 : MATCHES);
    }
    return table.build();
  }

  private static byte matches(Kind kind) {
    return switch (kind) {
      case EXACT -> AT;
      case BELOW -> BELOW;
      case APEX_AND_BELOW -> AT | BELOW;
    };
  }

  /** All CIDRs of some lists, IPv4-mapped ones as IPv4. */
  CidrTable cidrs(List<List<Cidr>> lists) {
    return once(cidrs, lists, Tables::cidrTable);
  }

  private static CidrTable cidrTable(List<List<Cidr>> lists) {
    Cidr[] sorted = lists.stream().flatMap(List::stream).map(Cidr::unmapped).toArray(Cidr[]::new);
    Arrays.sort(sorted);
    CidrTable.Builder table = CidrTable.builder();
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || !sorted[i].equals(sorted[i - 1])) {
        table.put(sorted[i], MATCHES);
      }
    }
    return table.build();
  }

  /** The patterns that explanations compare a host with. */
  List<DomainPattern> firstPatterns(List<List<DomainPattern>> lists) {
    return once(firstPatterns, lists, Tables::first);
  }

  /** The CIDRs that explanations compare an address with. */
  List<Cidr> firstCidrs(List<List<Cidr>> lists) {
    return once(firstCidrs, lists, Tables::first);
  }

  private static <E> List<E> first(List<List<E>> lists) {
    return lists.stream().flatMap(List::stream).limit(MOST_ENTRIES).toList();
  }
}
