package io.egressrules.policy;

import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A policy as written: rules, the groups they refer to, and options. It decides nothing until it is
 * compiled.
 *
 * <p>An empty policy denies everything. See POLICY-FILE.md for the file form and SEMANTICS.md for
 * the meaning.
 *
 * @since 0.1
 */
public final class Policy {
  private final String name;
  private final Map<String, Group<DomainPattern>> hostGroups;
  private final Map<String, Group<Cidr>> cidrGroups;
  private final List<Rule> rules;
  private final List<ReportOnly> reportOnly;
  private final List<DetectorDefinition> detectors;
  private final Map<String, InspectionProfile> profiles;
  private final TargetOptions target;
  private final AddressOptions addresses;

  private Policy(Builder words) {
    this.name = words.name;
    this.hostGroups = Collections.unmodifiableMap(new LinkedHashMap<>(words.hostGroups));
    this.cidrGroups = Collections.unmodifiableMap(new LinkedHashMap<>(words.cidrGroups));
    this.rules = List.copyOf(words.rules);
    this.reportOnly = List.copyOf(words.reportOnly);
    this.detectors = List.copyOf(words.detectors);
    this.profiles = Collections.unmodifiableMap(new LinkedHashMap<>(words.profiles));
    this.target = words.target;
    this.addresses = words.addresses;
  }

  /**
   * A builder of a policy that denies everything until rules are added.
   *
   * @param name the policy's name, as for {@link Rule#allow}
   * @return a new builder
   * @throws IllegalArgumentException if the name is not one
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * Builds a {@link Policy}. Not safe for use by several threads.
   *
   * @since 0.1
   */
  public static final class Builder {
    private final String name;
    private final Map<String, Group<DomainPattern>> hostGroups = new LinkedHashMap<>();
    private final Map<String, Group<Cidr>> cidrGroups = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<ReportOnly> reportOnly = new ArrayList<>();
    private final List<DetectorDefinition> detectors = new ArrayList<>();
    private final Map<String, InspectionProfile> profiles = new LinkedHashMap<>();
    private TargetOptions target = TargetOptions.DEFAULT;
    private AddressOptions addresses = AddressOptions.STRICT;

    private Builder(String name) {
      this.name = Names.require(name, "policy name");
    }

    /**
     * Adds a group that {@code hosts} conditions refer to.
     *
     * @param group the group; its name must be new among host groups
     * @return this builder
     * @throws IllegalArgumentException if the name is taken
     */
    public Builder hostGroup(Group<DomainPattern> group) {
      return add(hostGroups, group);
    }

    /**
     * Adds a group of domain patterns written in place.
     *
     * @param groupName the name that rules refer to as {@code $name}
     * @param patterns {@code x}, {@code *.x} or {@code .x}
     * @return this builder
     * @throws IllegalArgumentException if the name is taken or a text is not a pattern
     */
    public Builder hostGroup(String groupName, String... patterns) {
      List<DomainPattern> values = Arrays.stream(patterns).map(DomainPattern::parse).toList();
      return hostGroup(Group.of(groupName, values, SourceLocation.BUILDER));
    }

    /**
     * Adds a group that {@code cidrs} conditions refer to.
     *
     * @param group the group; its name must be new among CIDR groups
     * @return this builder
     * @throws IllegalArgumentException if the name is taken
     */
    public Builder cidrGroup(Group<Cidr> group) {
      return add(cidrGroups, group);
    }

    /**
     * Adds a group of CIDRs written in place.
     *
     * @param groupName the name that rules refer to as {@code $name}
     * @param cidrs the CIDRs
     * @return this builder
     * @throws IllegalArgumentException if the name is taken or a text is not a CIDR
     */
    public Builder cidrGroup(String groupName, String... cidrs) {
      List<Cidr> values = Arrays.stream(cidrs).map(Cidr::parse).toList();
      return cidrGroup(Group.of(groupName, values, SourceLocation.BUILDER));
    }

    private <E> Builder add(Map<String, Group<E>> groups, Group<E> group) {
      if (groups.putIfAbsent(group.name(), group) != null) {
        throw new IllegalArgumentException(
            "group `" + group.name() + "` is written twice; rename or merge one");
      }
      return this;
    }

    /**
     * Adds a rule.
     *
     * @param rule the rule; ids are compared when the policy is compiled
     * @return this builder
     */
    public Builder rule(Rule rule) {
      rules.add(Objects.requireNonNull(rule));
      return this;
    }

    /**
     * Adds a rule.
     *
     * @param rule a builder of the rule
     * @return this builder
     */
    public Builder rule(Rule.Builder rule) {
      return rule(rule.build());
    }

    /**
     * Lets the denials of some callers be reported only.
     *
     * @param entry the callers and the expiry
     * @return this builder
     */
    public Builder reportOnly(ReportOnly entry) {
      reportOnly.add(Objects.requireNonNull(entry));
      return this;
    }

    /**
     * Adds a detector of the organisation's own.
     *
     * @param detector the detector; its id must be new in the policy
     * @return this builder
     * @throws IllegalArgumentException if the id is taken
     */
    public Builder detector(DetectorDefinition detector) {
      String id = detector.id();
      if (detectors.stream().anyMatch(other -> other.id().equals(id))) {
        throw new IllegalArgumentException(
            "detector `" + id + "` is written twice; rename or merge one");
      }
      detectors.add(detector);
      return this;
    }

    /**
     * Adds an inspection profile, which rules name in {@code require.inspect}.
     *
     * @param profile the profile; its name must be new in the policy
     * @return this builder
     * @throws IllegalArgumentException if the name is taken
     */
    public Builder profile(InspectionProfile profile) {
      if (profiles.putIfAbsent(profile.name(), profile) != null) {
        throw new IllegalArgumentException(
            "profile `" + profile.name() + "` is written twice; rename or merge one");
      }
      return this;
    }

    /**
     * Adds an inspection profile.
     *
     * @param profile a builder of the profile
     * @return this builder
     * @throws IllegalArgumentException if the name is taken or it has no detectors
     */
    public Builder profile(InspectionProfile.Builder profile) {
      return profile(profile.build());
    }

    /**
     * States which oddities of targets are refused.
     *
     * @param options the options, replacing earlier ones
     * @return this builder
     */
    public Builder target(TargetOptions options) {
      target = Objects.requireNonNull(options);
      return this;
    }

    /**
     * States how addresses are judged.
     *
     * @param options the options, replacing earlier ones
     * @return this builder
     */
    public Builder addresses(AddressOptions options) {
      addresses = Objects.requireNonNull(options);
      return this;
    }

    /**
     * The policy stated so far. Whether it makes sense is judged when it is compiled.
     *
     * @return an immutable policy
     */
    public Policy build() {
      return new Policy(this);
    }
  }

  /**
   * The policy's name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The groups that {@code hosts} conditions refer to.
   *
   * @return groups by name, in the author's order
   */
  public Map<String, Group<DomainPattern>> hostGroups() {
    return hostGroups;
  }

  /**
   * The groups that {@code cidrs} conditions refer to.
   *
   * @return groups by name, in the author's order
   */
  public Map<String, Group<Cidr>> cidrGroups() {
    return cidrGroups;
  }

  /**
   * The rules.
   *
   * @return the rules, in the author's order, which means nothing
   */
  public List<Rule> rules() {
    return rules;
  }

  /**
   * The callers whose denials are reported only.
   *
   * @return the entries
   */
  public List<ReportOnly> reportOnly() {
    return reportOnly;
  }

  /**
   * The detectors of the organisation's own.
   *
   * @return the detectors, in the author's order
   */
  public List<DetectorDefinition> detectors() {
    return detectors;
  }

  /**
   * The inspection profiles that the policy defines.
   *
   * @return profiles by name, in the author's order
   */
  public Map<String, InspectionProfile> profiles() {
    return profiles;
  }

  /**
   * Which oddities of targets are refused.
   *
   * @return the options
   */
  public TargetOptions target() {
    return target;
  }

  /**
   * How addresses are judged.
   *
   * @return the options
   */
  public AddressOptions addresses() {
    return addresses;
  }

  /** Equal in everything but the locations and the order of groups. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Policy that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, rules);
  }

  private List<Object> parts() {
    return List.of(
        name, hostGroups, cidrGroups, rules, reportOnly, detectors, profiles, target, addresses);
  }

  /** The name and the number of rules. */
  @Override
  public String toString() {
    return name + " (" + rules.size() + " rules)";
  }
}
