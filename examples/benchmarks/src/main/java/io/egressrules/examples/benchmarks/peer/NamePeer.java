package io.egressrules.examples.benchmarks.peer;

import com.google.common.net.InternetDomainName;
import io.egressrules.examples.benchmarks.workload.Entry;
import io.egressrules.examples.benchmarks.workload.Rules;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The number of a host or of the closest name above it, by what one could use instead. */
public final class NamePeer {
  private NamePeer() {}

  /** Numbers of names: positive for the name itself, negative for all below. */
  private static Map<String, Integer> numbers(Rules rules) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int number = 0; number < rules.entries(); number++) {
      Entry entry = rules.entry(number);
      numbers.put(entry.name(), entry.below() ? -1 - number : 1 + number);
    }
    return numbers;
  }

  /** A hash map, asked for the host and then for what is left behind each dot. */
  public static final class Strip {
    private final Map<String, Integer> numbers;

    /**
     * Builds it.
     *
     * @param rules whose names
     */
    public Strip(Rules rules) {
      numbers = numbers(rules);
    }

    /**
     * Looks a host up.
     *
     * @param host a canonical name
     * @return 1 more than the number of its entry, or 0
     */
    public int find(String host) {
      Integer at = numbers.get(host);
      if (at != null && at > 0) {
        return at;
      }
      int dot = host.indexOf('.');
      while (dot >= 0) {
        Integer below = numbers.get(host.substring(dot + 1));
        if (below != null && below < 0) {
          return -below;
        }
        dot = host.indexOf('.', dot + 1);
      }
      return 0;
    }
  }

  /** Guava's parsed name and its parents, in the same hash map. */
  public static final class Guava {
    private final Map<String, Integer> numbers;

    /**
     * Builds it.
     *
     * @param rules whose names
     */
    public Guava(Rules rules) {
      numbers = numbers(rules);
    }

    /**
     * Looks a host up.
     *
     * @param host a canonical name
     * @return 1 more than the number of its entry, or 0
     */
    public int find(String host) {
      InternetDomainName name = InternetDomainName.from(host);
      Integer at = numbers.get(name.toString());
      if (at != null && at > 0) {
        return at;
      }
      while (name.hasParent()) {
        name = name.parent();
        Integer below = numbers.get(name.toString());
        if (below != null && below < 0) {
          return -below;
        }
      }
      return 0;
    }
  }

  /** One regular expression of the JDK; says only whether. */
  public static final class Regex {
    private final Pattern pattern;

    /**
     * Builds it.
     *
     * @param rules whose names
     */
    public Regex(Rules rules) {
      StringJoiner names = new StringJoiner("|");
      for (int number = 0; number < rules.entries(); number++) {
        Entry entry = rules.entry(number);
        names.add((entry.below() ? ".+\\." : "") + Pattern.quote(entry.name()));
      }
      pattern = Pattern.compile(names.toString());
    }

    /**
     * Looks a host up.
     *
     * @param host a canonical name
     * @return whether it is one of the names or below one
     */
    public boolean find(String host) {
      return pattern.matcher(host).matches();
    }
  }
}
