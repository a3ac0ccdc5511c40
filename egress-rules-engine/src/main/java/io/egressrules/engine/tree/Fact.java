package io.egressrules.engine.tree;

import io.egressrules.EgressCall;
import io.egressrules.net.PortRange;
import io.egressrules.net.Scheme;
import io.egressrules.net.TargetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something small that a rule asks of a call, and that many rules ask alike: equal facts are found
 * out once a decision. See {@link FactIndex}.
 */
sealed interface Fact {

  /** What a rule misses without this fact. */
  Miss miss();

  /** Whether it is so. */
  boolean holds(EgressCall call, TargetView target);

  /** How many tests it is, where it has no bit. */
  default int cost() {
    return 1;
  }

  /** The scheme is one of these, given as {@link Scheme#bit()}s. */
  record SchemeIn(int schemes, Miss miss) implements Fact {
    static final Fact ENCRYPTED = new SchemeIn(encrypted(), Miss.TLS);

    static Fact of(Set<Scheme> schemes) {
      int bits = 0;
      for (Scheme scheme : schemes) {
        bits |= scheme.bit();
      }
      return new SchemeIn(bits, Miss.SCHEMES);
    }

    private static int encrypted() {
      int bits = 0;
      for (Scheme scheme : Scheme.values()) {
        bits |= scheme.isEncrypted() ? scheme.bit() : 0;
      }
      return bits;
    }

    boolean has(Scheme scheme) {
      return (schemes & scheme.bit()) != 0;
    }

    @Override
    public boolean holds(EgressCall call, TargetView target) {
      return has(target.scheme());
    }
  }

  /** The port is in one of these ranges, which are sorted. */
  record PortIn(List<PortRange> ranges) implements Fact {
    static Fact of(List<PortRange> ranges) {
      return new PortIn(ranges.stream().sorted().distinct().toList());
    }

    boolean has(int port) {
      for (int i = 0; i < ranges.size(); i++) {
        if (ranges.get(i).contains(port)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Miss miss() {
      return Miss.PORTS;
    }

    @Override
    public int cost() {
      return 1 + ranges.size();
    }

    @Override
    public boolean holds(EgressCall call, TargetView target) {
      return has(target.port());
    }
  }

  /** The method is one of these. */
  record MethodIn(Set<String> methods) implements Fact {
    @Override
    public Miss miss() {
      return Miss.METHODS;
    }

    @Override
    public boolean holds(EgressCall call, TargetView target) {
      String method = call.method();
      return method != null && methods.contains(method);
    }
  }

  /** The subject is stated, and is one of these or begins with one of the prefixes. */
  record SubjectIn(Set<String> subjects, List<String> prefixes) implements Fact {
    static Fact of(List<String> entries) {
      return new SubjectIn(
          entries.stream().collect(Collectors.toUnmodifiableSet()),
          entries.stream()
              .filter(entry -> entry.endsWith("*"))
              .map(entry -> entry.substring(0, entry.length() - 1))
              .sorted()
              .distinct()
              .toList());
    }

    boolean has(String subject) {
      if (subject.isEmpty()) {
        return false;
      }
      if (subjects.contains(subject)) {
        return true;
      }
      for (int i = 0; i < prefixes.size(); i++) {
        if (subject.startsWith(prefixes.get(i))) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Miss miss() {
      return Miss.SUBJECTS;
    }

    @Override
    public int cost() {
      return 1 + prefixes.size();
    }

    @Override
    public boolean holds(EgressCall call, TargetView target) {
      return has(call.subject());
    }
  }

  /** The label of this key has one of these values. */
  record LabelIn(String key, Set<String> values) implements Fact {
    static List<Fact> of(Map<String, List<String>> labels) {
      List<Fact> facts = new ArrayList<>();
      labels.forEach((key, values) -> facts.add(new LabelIn(key, Set.copyOf(values))));
      return facts;
    }

    @Override
    public Miss miss() {
      return Miss.LABELS;
    }

    @Override
    public boolean holds(EgressCall call, TargetView target) {
      @Nullable String value = call.labels().get(key);
      return value != null && values.contains(value);
    }
  }

  /** The host is a name. */
  record HostIsName() implements Fact {
    static final Fact INSTANCE = new HostIsName();

    @Override
    public Miss miss() {
      return Miss.ANY_HOST;
    }

    @Override
    public boolean holds(EgressCall call, TargetView target) {
      return !target.isIpAddress();
    }
  }
}
