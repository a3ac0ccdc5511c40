package io.egressrules.engine.tree;

import io.egressrules.EgressCall;
import io.egressrules.net.Scheme;
import io.egressrules.net.TargetView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a policy's rules ask for most, a bit each, in the order of {@link Miss}. What a
 * request states becomes one {@code long}, and a rule tests all it asks for with one AND.
 *
 * <p>Facts beyond {@value #BITS} have no bit; the rules that ask for them look for themselves.
 */
final class FactIndex {
  /** How many facts have a bit. */
  static final int BITS = 62;

  /** Set by the evaluation, not by the request: the address is special-purpose. */
  static final long SPECIAL_ADDRESS = 1L << 63;

  /** Set by the evaluation, not by the request: everything report-only is enforced. */
  static final long ALL_ENFORCED = 1L << 62;

  private final Miss[] misses;
  private final long ports;
  private final long methods;
  private final long subjects;
  private final long anyLabels;
  private final long[] byScheme;
  private final PortRows byPort;
  private final Map<String, Long> byMethod;
  private final SubjectRows bySubject;
  private final Fact[] labels;
  private final long firstLabel;
  private final long name;

  private FactIndex(List<Fact> facts) {
    misses = facts.stream().map(Fact::miss).toArray(Miss[]::new);
    ports = bits(facts, Fact.PortIn.class);
    methods = bits(facts, Fact.MethodIn.class);
    subjects = bits(facts, Fact.SubjectIn.class);
    anyLabels = bits(facts, Fact.LabelIn.class);
    byScheme = schemeRows(facts);
    byPort = PortRows.of(facts);
    byMethod = methodRows(facts);
    bySubject = SubjectRows.of(facts);
    labels = facts.stream().filter(Fact.LabelIn.class::isInstance).toArray(Fact[]::new);
    firstLabel = labels.length == 0 ? 0 : 1L << facts.indexOf(labels[0]);
    name =
        facts.contains(Fact.HostIsName.INSTANCE)
            ? 1L << facts.indexOf(Fact.HostIsName.INSTANCE)
            : 0;
  }

  /** An index of these facts, at most {@link #BITS}; the bit of a fact is its place, from 0. */
  static FactIndex of(List<Fact> inOrderOfMiss) {
    return new FactIndex(inOrderOfMiss);
  }

  private static long bits(List<Fact> facts, Class<? extends Fact> kind) {
    long bits = 0;
    for (int bit = 0; bit < facts.size(); bit++) {
      bits |= kind.isInstance(facts.get(bit)) ? 1L << bit : 0;
    }
    return bits;
  }

  private static long[] schemeRows(List<Fact> facts) {
    long[] rows = new long[Scheme.values().length];
    for (int bit = 0; bit < facts.size(); bit++) {
      if (facts.get(bit) instanceof Fact.SchemeIn fact) {
        for (Scheme scheme : Scheme.values()) {
          rows[place(scheme)] |= fact.has(scheme) ? 1L << bit : 0;
        }
      }
    }
    return rows;
  }

  private static int place(Scheme scheme) {
    return Integer.numberOfTrailingZeros(scheme.bit());
  }

  private static Map<String, Long> methodRows(List<Fact> facts) {
    Map<String, Long> rows = new HashMap<>();
    for (int bit = 0; bit < facts.size(); bit++) {
      if (facts.get(bit) instanceof Fact.MethodIn fact) {
        for (String method : fact.methods()) {
          rows.merge(method, 1L << bit, (a, b) -> a | b);
        }
      }
    }
    return rows;
  }

  /**
   * The bits of the facts that hold.
   *
   * @param asked the bits that rules may ask for; others may be left out
   */
  long of(EgressCall call, TargetView target, long asked) {
    long facts = byScheme[place(target.scheme())];
    facts |= target.isIpAddress() ? 0 : name;
    facts |= (asked & ports) == 0 ? 0 : byPort.row(target.port());
    facts |= (asked & methods) == 0 ? 0 : ofMethod(call.method());
    facts |= (asked & subjects) == 0 ? 0 : bySubject.row(call.subject());
    return (asked & anyLabels) == 0 ? facts : facts | ofLabels(call, target);
  }

  private long ofMethod(@Nullable String method) {
    if (method == null) {
      return 0;
    }
    Long row = byMethod.get(method);
    return row == null ? 0 : row;
  }

  private long ofLabels(EgressCall call, TargetView target) {
    long facts = 0;
    long bit = firstLabel;
    for (Fact label : labels) {
      facts |= label.holds(call, target) ? bit : 0;
      bit <<= 1;
    }
    return facts;
  }

  /** How many tests the facts are that a call states, once for a decision. */
  int cost() {
    return labels.length + bySubject.cost();
  }

  /** What a rule misses first of these bits, of which there is at least one. */
  Miss first(long missing) {
    return misses[Long.numberOfTrailingZeros(missing)];
  }
}
