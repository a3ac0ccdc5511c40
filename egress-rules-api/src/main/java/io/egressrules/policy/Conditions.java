package io.egressrules.policy;

import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.PathPattern;
import io.egressrules.net.PortRange;
import io.egressrules.net.Scheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words that state conditions, shared by the builders of rules and of exceptions; each word is
 * a key of the policy file.
 *
 * <p>Texts are parsed as in the policy file and refused with {@link IllegalArgumentException}, and
 * so is a word without entries: a list that happens to be empty must not match everything. Calling
 * a word again adds entries, except that the last reason for any host holds.
 *
 * @param <B> the builder itself
 * @since 0.1
 */
public abstract sealed class Conditions<B extends Conditions<B>>
    permits Condition.Builder, Rule.Builder {
  final List<String> subjects = new ArrayList<>();
  final Map<String, List<String>> labels = new TreeMap<>();
  final List<DomainPattern> hosts = new ArrayList<>();
  final List<String> hostGroups = new ArrayList<>();
  @Nullable String anyHost;
  final List<Cidr> cidrs = new ArrayList<>();
  final List<String> cidrGroups = new ArrayList<>();
  final Set<Scheme> schemes = new LinkedHashSet<>();
  final List<PortRange> ports = new ArrayList<>();
  final Set<String> methods = new LinkedHashSet<>();
  final List<PathPattern> paths = new ArrayList<>();
  final Map<Object, SourceLocation> locations = new HashMap<>();

  Conditions() {}

  abstract B self();

  /**
   * Restricts to these callers.
   *
   * @param entries exact subjects, or a prefix and a final {@code *}
   * @return this builder
   */
  public B subjects(String... entries) {
    Syntax.requireSome("subjects", entries);
    for (String entry : entries) {
      subjects.add(Syntax.subjectEntry(entry));
    }
    return self();
  }

  /**
   * Restricts to requests whose label has one of these values; labels of different keys must all
   * hold.
   *
   * @param key the label's key, not empty
   * @param values the values that match
   * @return this builder
   */
  public B label(String key, String... values) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("a label's key is empty; write one, such as `tier`");
    }
    Syntax.requireSome("labels", values);
    labels.merge(key, List.of(values), Syntax::joined);
    return self();
  }

  /**
   * Restricts to names that match; {@code x}, {@code *.x}, {@code .x}, or {@code $group}.
   *
   * @param entries patterns or group references
   * @return this builder
   */
  public B hosts(String... entries) {
    Syntax.requireSome("hosts", entries);
    for (String entry : entries) {
      if (entry.startsWith("$")) {
        hostGroups.add(Names.require(entry.substring(1), "group name"));
      } else {
        hosts.add(DomainPattern.parse(entry));
      }
    }
    return self();
  }

  /**
   * Restricts to names that match this pattern.
   *
   * @param pattern the pattern
   * @return this builder
   */
  public B host(DomainPattern pattern) {
    hosts.add(Objects.requireNonNull(pattern));
    return self();
  }

  /**
   * Matches every name, on purpose.
   *
   * @param reason why any host is right here, in the author's words; not blank
   * @return this builder
   */
  public B anyHost(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "`any-host` needs a reason, such as `any-host: crawler fetches user links`");
    }
    anyHost = reason;
    return self();
  }

  /**
   * Restricts to addresses within; a CIDR or {@code $group}.
   *
   * @param entries CIDRs or group references
   * @return this builder
   */
  public B cidrs(String... entries) {
    Syntax.requireSome("cidrs", entries);
    for (String entry : entries) {
      if (entry.startsWith("$")) {
        cidrGroups.add(Names.require(entry.substring(1), "group name"));
      } else {
        cidrs.add(Cidr.parse(entry));
      }
    }
    return self();
  }

  /**
   * Restricts to addresses within this CIDR.
   *
   * @param entry the CIDR
   * @return this builder
   */
  public B cidr(Cidr entry) {
    cidrs.add(Objects.requireNonNull(entry));
    return self();
  }

  /**
   * Restricts to these schemes.
   *
   * @param entries the schemes
   * @return this builder
   */
  public B schemes(Scheme... entries) {
    Syntax.requireSome("schemes", entries);
    schemes.addAll(List.of(entries));
    return self();
  }

  /**
   * Restricts to these ports.
   *
   * @param entries ports such as {@code 443} or ranges such as {@code 8000-8099}
   * @return this builder
   */
  public B ports(String... entries) {
    Syntax.requireSome("ports", entries);
    for (String entry : entries) {
      ports.add(PortRange.parse(entry));
    }
    return self();
  }

  /**
   * Restricts to these request methods.
   *
   * @param entries method names; upper-cased, as HTTP registers them (RFC 9110 section 9.1)
   * @return this builder
   */
  public B methods(String... entries) {
    Syntax.requireSome("methods", entries);
    for (String entry : entries) {
      methods.add(Syntax.method(entry));
    }
    return self();
  }

  /**
   * Restricts to canonical paths that match; exact, {@code *} for one segment, final {@code **} for
   * the rest.
   *
   * @param entries the patterns
   * @return this builder
   */
  public B paths(String... entries) {
    Syntax.requireSome("paths", entries);
    for (String entry : entries) {
      paths.add(PathPattern.parse(entry));
    }
    return self();
  }

  /**
   * Remembers where an entry is written, for problem texts.
   *
   * @param entry a pattern, CIDR, scheme, port range, path pattern, or a text as it was given; the
   *     same entry given twice has the last location
   * @param location where it is written
   * @return this builder
   */
  public B at(Object entry, SourceLocation location) {
    locations.put(Objects.requireNonNull(entry), Objects.requireNonNull(location));
    return self();
  }
}
