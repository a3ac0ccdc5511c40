package io.egressrules.policy;

import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.PathPattern;
import io.egressrules.net.PortRange;
import io.egressrules.net.Scheme;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for a rule, or an exception to it, to match: AND between the conditions, OR
 * between the entries of one.
 *
 * <p>An empty condition is not written and therefore true. See SEMANTICS.md section 2.
 *
 * @since 0.1
 */
public final class Condition {
  private final List<String> subjects;
  private final Map<String, List<String>> labels;
  private final Entries<DomainPattern> hosts;
  private final @Nullable String anyHost;
  private final Entries<Cidr> cidrs;
  private final Set<Scheme> schemes;
  private final List<PortRange> ports;
  private final Set<String> methods;
  private final List<PathPattern> paths;
  private final Map<Object, SourceLocation> locations;

  Condition(Conditions<?> words) {
    this.subjects = List.copyOf(words.subjects);
    this.labels = Collections.unmodifiableMap(new TreeMap<>(words.labels));
    this.hosts = new Entries<>(words.hosts, words.hostGroups);
    this.anyHost = words.anyHost;
    this.cidrs = new Entries<>(words.cidrs, words.cidrGroups);
    this.schemes = Collections.unmodifiableSet(new LinkedHashSet<>(words.schemes));
    this.ports = List.copyOf(words.ports);
    this.methods = Collections.unmodifiableSet(new LinkedHashSet<>(words.methods));
    this.paths = List.copyOf(words.paths);
    this.locations = Map.copyOf(words.locations);
  }

  /**
   * A builder of a condition that is true until words are added.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Builds a {@link Condition}. Not safe for use by several threads.
   *
   * @since 0.1
   */
  public static final class Builder extends Conditions<Builder> {
    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /**
     * The condition stated so far.
     *
     * @return an immutable condition
     */
    public Condition build() {
      return new Condition(this);
    }
  }

  /**
   * The callers that match.
   *
   * @return exact subjects, or prefixes with a final {@code *}; empty when not restricted
   */
  public List<String> subjects() {
    return subjects;
  }

  /**
   * The labels that must all be present with one of the values.
   *
   * @return values by key, keys ascending; empty when not restricted
   */
  public Map<String, List<String>> labels() {
    return labels;
  }

  /**
   * The names that match.
   *
   * @return patterns and groups of patterns; empty when not restricted
   */
  public Entries<DomainPattern> hosts() {
    return hosts;
  }

  /**
   * Why every name matches.
   *
   * @return the author's reason, or null when {@code any-host} is not written
   */
  public @Nullable String anyHost() {
    return anyHost;
  }

  /**
   * The addresses that match.
   *
   * @return CIDRs and groups of CIDRs; empty when not restricted
   */
  public Entries<Cidr> cidrs() {
    return cidrs;
  }

  /**
   * The schemes that match.
   *
   * @return schemes; empty when not restricted
   */
  public Set<Scheme> schemes() {
    return schemes;
  }

  /**
   * The ports that match.
   *
   * @return ranges; empty when not restricted
   */
  public List<PortRange> ports() {
    return ports;
  }

  /**
   * The request methods that match.
   *
   * @return upper-case method names; empty when not restricted
   */
  public Set<String> methods() {
    return methods;
  }

  /**
   * The canonical paths that match.
   *
   * @return patterns; empty when not restricted
   */
  public List<PathPattern> paths() {
    return paths;
  }

  /**
   * Where an entry is written.
   *
   * @param entry an entry of this condition, a group as {@code $name}
   * @param fallback the answer when the entry's own place is not known
   * @return the place
   */
  public SourceLocation locationOf(Object entry, SourceLocation fallback) {
    return locations.getOrDefault(entry, Objects.requireNonNull(fallback));
  }

  /**
   * Equal entries, those of lists in equal order; the order of keys, schemes and methods does not
   * count, nor do locations.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Condition that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(
        subjects,
        labels,
        hosts,
        Objects.requireNonNullElse(anyHost, ""),
        cidrs,
        schemes,
        ports,
        methods,
        paths);
  }

  /** The conditions that are written, in the words of the policy file. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    List<String> words =
        List.of(
            "subjects",
            "labels",
            "hosts",
            "any-host",
            "cidrs",
            "schemes",
            "ports",
            "methods",
            "paths");
    for (int i = 0; i < words.size(); i++) {
      String value = parts().get(i).toString();
      if (!value.isEmpty() && !value.equals("[]") && !value.equals("{}")) {
        text.append(text.length() > 1 ? ", " : "").append(words.get(i)).append(": ").append(value);
      }
    }
    return text.append('}').toString();
  }
}
