package io.egressrules.policy;

import io.egressrules.net.DomainPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in what a rule lets through, and what is done about what is found. Rules name
 * it in {@code require.inspect}.
 *
 * <p>A finding below the least confidence is none. What is found in a host, a path, a query or a
 * header cannot be redacted; there {@link InspectionAction#REDACT} denies.
 *
 * @since 0.1
 */
public final class InspectionProfile {
  /** The header fields that exist to carry credentials to the one they are meant for. */
  public static final List<String> CREDENTIAL_HEADERS =
      List.of("Authorization", "Proxy-Authorization", "Cookie");

  private final String name;
  private final List<String> detectors;
  private final Confidence confidence;
  private final InspectionAction action;
  private final Map<String, InspectionAction> actions;
  private final Redaction redaction;
  private final List<DomainPattern> exempt;
  private final List<String> exemptHeaders;
  private final Map<String, Instant> reportOnly;
  private final InspectionAction unreadable;
  private final InspectionBudget budget;
  private final SourceLocation location;

  private InspectionProfile(Builder words) {
    name = words.name;
    detectors = List.copyOf(words.detectors);
    confidence = words.confidence;
    action = words.action;
    actions = Collections.unmodifiableMap(new LinkedHashMap<>(words.actions));
    redaction = words.redaction;
    exempt = List.copyOf(words.exempt);
    exemptHeaders = words.exemptHeaders;
    reportOnly = Collections.unmodifiableMap(new LinkedHashMap<>(words.reportOnly));
    unreadable = words.unreadable;
    budget = words.budget;
    location = words.location;
  }

  /**
   * A builder of a profile that denies what is likely, once it has detectors.
   *
   * @param name the profile's name, as {@code require.inspect} writes it
   * @return a new builder
   * @throws IllegalArgumentException if the name is not one
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * Builds an {@link InspectionProfile}. Not safe for use by several threads.
   *
   * @since 0.1
   */
  public static final class Builder {
    private final String name;
    private final List<String> detectors = new ArrayList<>();
    private Confidence confidence = Confidence.LIKELY;
    private InspectionAction action = InspectionAction.DENY;
    private final Map<String, InspectionAction> actions = new LinkedHashMap<>();
    private Redaction redaction = Redaction.MASK;
    private final List<DomainPattern> exempt = new ArrayList<>();
    private List<String> exemptHeaders = CREDENTIAL_HEADERS;
    private final Map<String, Instant> reportOnly = new LinkedHashMap<>();
    private InspectionAction unreadable = InspectionAction.DENY;
    private InspectionBudget budget = InspectionBudget.DEFAULT;
    private SourceLocation location = SourceLocation.BUILDER;

    private Builder(String name) {
      this.name = Names.require(name, "profile name");
    }

    /**
     * Adds detectors.
     *
     * @param entries ids of detectors, or {@code secrets}, {@code personal-data} or {@code own} for
     *     all of a kind
     * @return this builder
     * @throws IllegalArgumentException if one cannot be a detector's id
     */
    public Builder detectors(String... entries) {
      Arrays.stream(entries).map(Syntax::detectorId).forEach(detectors::add);
      return this;
    }

    /**
     * Sets the least confidence of a finding.
     *
     * @param least {@link Confidence#LIKELY} unless told
     * @return this builder
     */
    public Builder confidence(Confidence least) {
      confidence = Objects.requireNonNull(least);
      return this;
    }

    /**
     * Sets what is done about findings.
     *
     * @param done {@link InspectionAction#DENY} unless told
     * @return this builder
     */
    public Builder action(InspectionAction done) {
      action = Objects.requireNonNull(done);
      return this;
    }

    /**
     * Sets what is done about the findings of one detector.
     *
     * @param detector its id, or a kind
     * @param done what is done
     * @return this builder
     * @throws IllegalArgumentException if it cannot be a detector's id
     */
    public Builder action(String detector, InspectionAction done) {
      actions.put(Syntax.detectorId(detector), Objects.requireNonNull(done));
      return this;
    }

    /**
     * Sets what stands where a value was redacted.
     *
     * @param form {@link Redaction#MASK} unless told
     * @return this builder
     */
    public Builder redaction(Redaction form) {
      redaction = Objects.requireNonNull(form);
      return this;
    }

    /**
     * Adds destinations to which everything may be sent.
     *
     * @param hosts domain patterns
     * @return this builder
     * @throws IllegalArgumentException if a text is not a pattern
     */
    public Builder exempt(String... hosts) {
      Arrays.stream(hosts).map(DomainPattern::parse).forEach(exempt::add);
      return this;
    }

    /**
     * Sets which header fields are not inspected.
     *
     * @param names names in any letter case, possibly none; {@link #CREDENTIAL_HEADERS} unless told
     * @return this builder
     * @throws IllegalArgumentException if one is not a header's name
     */
    public Builder exemptHeaders(String... names) {
      exemptHeaders = Arrays.stream(names).map(Syntax::headerName).toList();
      return this;
    }

    /**
     * Lets the findings of one detector be reported only.
     *
     * @param detector its id, or a kind
     * @param until the first instant at which its action takes effect again
     * @return this builder
     * @throws IllegalArgumentException if it cannot be a detector's id
     */
    public Builder reportOnly(String detector, Instant until) {
      reportOnly.put(Syntax.detectorId(detector), Objects.requireNonNull(until));
      return this;
    }

    /**
     * Sets what is done about what cannot be read: a bound that was reached, a declared encoding
     * that cannot be undone, an encrypted archive.
     *
     * @param done {@link InspectionAction#DENY}, unless told, or {@link InspectionAction#REPORT}
     * @return this builder
     * @throws IllegalArgumentException if it is to be redacted
     */
    public Builder unreadable(InspectionAction done) {
      unreadable = requireNoRedaction(done, "unreadable");
      return this;
    }

    /**
     * Sets how much of one request is inspected.
     *
     * @param most {@link InspectionBudget#DEFAULT} unless told
     * @return this builder
     */
    public Builder budget(InspectionBudget most) {
      budget = Objects.requireNonNull(most);
      return this;
    }

    /**
     * Says where the profile is written.
     *
     * @param place the place of its name
     * @return this builder
     */
    public Builder location(SourceLocation place) {
      location = Objects.requireNonNull(place);
      return this;
    }

    /**
     * The profile stated so far.
     *
     * @return an immutable profile
     * @throws IllegalArgumentException if it has no detectors
     */
    public InspectionProfile build() {
      if (detectors.isEmpty()) {
        throw new IllegalArgumentException(
            "profile `" + name + "` needs detectors, such as `secrets`");
      }
      return new InspectionProfile(this);
    }
  }

  static InspectionAction requireNoRedaction(InspectionAction action, String key) {
    if (Objects.requireNonNull(action) == InspectionAction.REDACT) {
      throw new IllegalArgumentException(
          "`" + key + "` cannot be `redact`, for what was not read; write `deny` or `report`");
    }
    return action;
  }

  /**
   * The profile's name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * What is looked for.
   *
   * @return ids of detectors and names of kinds, at least one
   */
  public List<String> detectors() {
    return detectors;
  }

  /**
   * The least confidence of a finding.
   *
   * @return the confidence
   */
  public Confidence confidence() {
    return confidence;
  }

  /**
   * What is done about findings of detectors that {@link #actions} does not name.
   *
   * @return the action
   */
  public InspectionAction action() {
    return action;
  }

  /**
   * What is done about the findings of single detectors or kinds.
   *
   * @return actions by detector, in the author's order
   */
  public Map<String, InspectionAction> actions() {
    return actions;
  }

  /**
   * What stands where a value was redacted.
   *
   * @return the form
   */
  public Redaction redaction() {
    return redaction;
  }

  /**
   * Destinations to which everything may be sent.
   *
   * @return domain patterns
   */
  public List<DomainPattern> exempt() {
    return exempt;
  }

  /**
   * Header fields that are not inspected.
   *
   * @return names, in any letter case
   */
  public List<String> exemptHeaders() {
    return exemptHeaders;
  }

  /**
   * Detectors or kinds whose findings are reported only, until an instant.
   *
   * @return expiries by detector, in the author's order
   */
  public Map<String, Instant> reportOnly() {
    return reportOnly;
  }

  /**
   * What is done about what cannot be read.
   *
   * @return {@link InspectionAction#DENY} or {@link InspectionAction#REPORT}
   */
  public InspectionAction unreadable() {
    return unreadable;
  }

  /**
   * How much of one request is inspected.
   *
   * @return the budget
   */
  public InspectionBudget budget() {
    return budget;
  }

  /**
   * Where the profile is written.
   *
   * @return the place of its name
   */
  public SourceLocation location() {
    return location;
  }

  /** Equal in everything but the location. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InspectionProfile that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, detectors);
  }

  private List<Object> parts() {
    return List.of(
        name,
        detectors,
        confidence,
        action,
        actions,
        redaction,
        exempt,
        exemptHeaders,
        reportOnly,
        unreadable,
        budget);
  }

  /** The name and the detectors. */
  @Override
  public String toString() {
    return name + " " + detectors;
  }
}
