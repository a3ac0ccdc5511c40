package io.egressrules.policy;

import io.egressrules.net.Cidr;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One rule: an effect, the conditions under which it holds, and who answers for it.
 *
 * <p>Rules have no order. See SEMANTICS.md sections 2 and 3.
 *
 * @since 0.1
 */
public final class Rule {
  private final String id;
  private final Effect effect;
  private final Mode mode;
  private final Condition condition;
  private final List<Condition> except;
  private final Requirement require;
  private final List<Cidr> grant;
  private final @Nullable Instant until;
  private final @Nullable Instant reportUntil;
  private final RuleRef ref;

  private Rule(Builder words) {
    this.id = words.id;
    this.effect = words.effect;
    this.mode = words.mode;
    this.condition = new Condition(words);
    this.except = List.copyOf(words.except);
    this.require = words.require;
    this.grant = List.copyOf(words.grant);
    this.until = words.until;
    this.reportUntil = words.reportUntil;
    this.ref = new RuleRef(id, words.location, words.owner, words.reason, words.ticket);
  }

  /**
   * A builder of an allow rule.
   *
   * @param id unique in its policy; letters, digits, {@code -}, {@code _}, {@code .} and {@code /},
   *     at most 128
   * @return a new builder
   * @throws IllegalArgumentException if the id is not one
   */
  public static Builder allow(String id) {
    return new Builder(id, Effect.ALLOW);
  }

  /**
   * A builder of a deny rule.
   *
   * @param id unique in its policy; letters, digits, {@code -}, {@code _}, {@code .} and {@code /},
   *     at most 128
   * @return a new builder
   * @throws IllegalArgumentException if the id is not one
   */
  public static Builder deny(String id) {
    return new Builder(id, Effect.DENY);
  }

  /**
   * Builds a {@link Rule}. Not safe for use by several threads.
   *
   * @since 0.1
   */
  public static final class Builder extends Conditions<Builder> {
    private final String id;
    private final Effect effect;
    private final List<Condition> except = new ArrayList<>();
    private final List<Cidr> grant = new ArrayList<>();
    private Mode mode = Mode.ENFORCE;
    private Requirement require = Requirement.NONE;
    private SourceLocation location = SourceLocation.BUILDER;
    private @Nullable Instant until;
    private @Nullable Instant reportUntil;
    private @Nullable String owner;
    private @Nullable String reason;
    private @Nullable String ticket;

    private Builder(String id, Effect effect) {
      this.id = Names.require(id, "rule id");
      this.effect = effect;
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Adds an exception: where it holds, this deny rule does not match.
     *
     * @param condition the exception
     * @return this builder
     */
    public Builder except(Condition condition) {
      except.add(Objects.requireNonNull(condition));
      return this;
    }

    /**
     * States what the call must also fulfil.
     *
     * @param requirement the requirements, replacing earlier ones
     * @return this builder
     */
    public Builder require(Requirement requirement) {
      require = Objects.requireNonNull(requirement);
      return this;
    }

    /**
     * Lets calls that this rule allows reach special-purpose addresses within these CIDRs.
     *
     * @param entries CIDRs
     * @return this builder
     * @throws IllegalArgumentException if a text is not a CIDR
     */
    public Builder grant(String... entries) {
      Arrays.stream(entries).map(Cidr::parse).forEach(grant::add);
      return this;
    }

    /**
     * Lets the rule take no effect, and be reported, until the given instant.
     *
     * @param expiry when reporting ends: a deny rule is then enforced, an allow rule stays without
     *     effect
     * @return this builder
     */
    public Builder reportUntil(Instant expiry) {
      reportUntil = Objects.requireNonNull(expiry);
      mode = Mode.REPORT_ONLY;
      return this;
    }

    /**
     * Ends the rule.
     *
     * @param expiry the first instant at which the rule no longer exists
     * @return this builder
     */
    public Builder until(Instant expiry) {
      until = Objects.requireNonNull(expiry);
      return this;
    }

    /**
     * Names who answers for the rule.
     *
     * @param text a team or person
     * @return this builder
     */
    public Builder owner(String text) {
      owner = Objects.requireNonNull(text);
      return this;
    }

    /**
     * States why the rule exists.
     *
     * @param text a sentence
     * @return this builder
     */
    public Builder reason(String text) {
      reason = Objects.requireNonNull(text);
      return this;
    }

    /**
     * States where the rule was agreed.
     *
     * @param text a ticket number or address
     * @return this builder
     */
    public Builder ticket(String text) {
      ticket = Objects.requireNonNull(text);
      return this;
    }

    /**
     * States where the rule is written.
     *
     * @param place the place of its id
     * @return this builder
     */
    public Builder location(SourceLocation place) {
      location = Objects.requireNonNull(place);
      return this;
    }

    /**
     * The rule stated so far. Whether it makes sense is judged when the policy is compiled.
     *
     * @return an immutable rule
     */
    public Rule build() {
      return new Rule(this);
    }
  }

  /**
   * The rule's name.
   *
   * @return the id, unique in its policy
   */
  public String id() {
    return id;
  }

  /**
   * What the rule does.
   *
   * @return allow or deny
   */
  public Effect effect() {
    return effect;
  }

  /**
   * Whether the rule takes effect.
   *
   * @return the mode; report-only always comes with {@link #reportUntil()}
   */
  public Mode mode() {
    return mode;
  }

  /**
   * When the rule matches.
   *
   * @return the condition
   */
  public Condition condition() {
    return condition;
  }

  /**
   * When the rule, a deny rule, does not match although its condition holds.
   *
   * @return the exceptions; an allow rule with one does not compile
   */
  public List<Condition> except() {
    return except;
  }

  /**
   * What a call that this rule allows must also fulfil.
   *
   * @return the requirements
   */
  public Requirement require() {
    return require;
  }

  /**
   * The special-purpose address space that calls allowed by this rule may reach.
   *
   * @return CIDRs; empty when none
   */
  public List<Cidr> grant() {
    return grant;
  }

  /**
   * When the rule ceases to exist.
   *
   * @return the first instant without it, or null when it does not end
   */
  public @Nullable Instant until() {
    return until;
  }

  /**
   * When reporting ends.
   *
   * @return the first instant that is not report-only, or null for an enforced rule
   */
  public @Nullable Instant reportUntil() {
    return reportUntil;
  }

  /**
   * The rule as decisions name it.
   *
   * @return id, place, owner, reason and ticket
   */
  public RuleRef ref() {
    return ref;
  }

  /** Equal in everything but the locations. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rule that
        && id.equals(that.id)
        && effect == that.effect
        && mode == that.mode
        && condition.equals(that.condition)
        && except.equals(that.except)
        && require.equals(that.require)
        && grant.equals(that.grant)
        && Objects.equals(until, that.until)
        && Objects.equals(reportUntil, that.reportUntil)
        && Objects.equals(ref.owner(), that.ref.owner())
        && Objects.equals(ref.reason(), that.ref.reason())
        && Objects.equals(ref.ticket(), that.ref.ticket());
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id, effect and condition. */
  @Override
  public String toString() {
    return id + ": " + effect + " " + condition;
  }
}
