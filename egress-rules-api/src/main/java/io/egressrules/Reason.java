package io.egressrules;

import io.egressrules.net.AddressClass;
import io.egressrules.net.GateRule;
import io.egressrules.net.IpAddress;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.RuleRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision is what it is: a machine code with data.
 *
 * <p>It never holds the path, query, headers or body of the request.
 *
 * @since 0.1
 */
public final class Reason {
  private final ReasonCode code;
  private final @Nullable RuleRef rule;
  private final @Nullable IpAddress address;
  private final @Nullable AddressClass addressClass;
  private final @Nullable GateRule gateRule;
  private final @Nullable TargetTrait trait;
  private final @Nullable ReasonCode cause;
  private final @Nullable Finding finding;

  private Reason(Builder data) {
    this.code = data.code;
    this.rule = data.rule;
    this.address = data.address;
    this.addressClass = data.addressClass;
    this.gateRule = data.gateRule;
    this.trait = data.trait;
    this.cause = data.cause;
    this.finding = data.finding;
  }

  /**
   * A reason without data.
   *
   * @param code the machine code
   * @return the reason
   */
  public static Reason of(ReasonCode code) {
    return builder(code).build();
  }

  /**
   * A reason that names a rule.
   *
   * @param code the machine code
   * @param rule the determining rule
   * @return the reason
   */
  public static Reason of(ReasonCode code, RuleRef rule) {
    return builder(code).rule(rule).build();
  }

  /**
   * A builder of a reason.
   *
   * @param code the machine code
   * @return a new builder
   */
  public static Builder builder(ReasonCode code) {
    return new Builder(code);
  }

  /**
   * Builds a {@link Reason}. Not safe for use by several threads.
   *
   * @since 0.1
   */
  public static final class Builder {
    private final ReasonCode code;
    private @Nullable RuleRef rule;
    private @Nullable IpAddress address;
    private @Nullable AddressClass addressClass;
    private @Nullable GateRule gateRule;
    private @Nullable TargetTrait trait;
    private @Nullable ReasonCode cause;
    private @Nullable Finding finding;

    private Builder(ReasonCode code) {
      this.code = Objects.requireNonNull(code);
    }

    /**
     * Names the determining rule.
     *
     * @param ref the rule
     * @return this builder
     */
    public Builder rule(RuleRef ref) {
      rule = Objects.requireNonNull(ref);
      return this;
    }

    /**
     * Names the address that was judged.
     *
     * @param value the address
     * @param where what it is for, or null when that did not matter
     * @return this builder
     */
    public Builder address(IpAddress value, @Nullable AddressClass where) {
      address = Objects.requireNonNull(value);
      addressClass = where;
      return this;
    }

    /**
     * Names the rule of the URL gate that refused the target.
     *
     * @param value the gate's rule
     * @return this builder
     */
    public Builder gateRule(GateRule value) {
      gateRule = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Names the trait of the target that the policy refuses.
     *
     * @param value the trait
     * @return this builder
     */
    public Builder trait(TargetTrait value) {
      trait = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Names the code behind this one.
     *
     * @param value the code of the denied address of a mixed answer
     * @return this builder
     */
    public Builder cause(ReasonCode value) {
      cause = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Names what an inspection found.
     *
     * @param value the first finding that denies
     * @return this builder
     */
    public Builder finding(Finding value) {
      finding = Objects.requireNonNull(value);
      return this;
    }

    /**
     * The reason stated so far.
     *
     * @return an immutable reason
     */
    public Reason build() {
      return new Reason(this);
    }
  }

  /**
   * The machine code.
   *
   * @return the code
   */
  public ReasonCode code() {
    return code;
  }

  /**
   * The determining rule.
   *
   * @return the rule, or null when none determined the result
   */
  public @Nullable RuleRef rule() {
    return rule;
  }

  /**
   * The address that was judged.
   *
   * @return the address, or null when none determined the result
   */
  public @Nullable IpAddress address() {
    return address;
  }

  /**
   * What the address is for.
   *
   * @return its class, or null when it did not matter
   */
  public @Nullable AddressClass addressClass() {
    return addressClass;
  }

  /**
   * The rule of the URL gate that refused the target.
   *
   * @return the gate's rule, or null
   */
  public @Nullable GateRule gateRule() {
    return gateRule;
  }

  /**
   * The trait of the target that the policy refuses.
   *
   * @return the trait, or null
   */
  public @Nullable TargetTrait trait() {
    return trait;
  }

  /**
   * The code behind this one.
   *
   * @return the code of the denied address of a mixed answer, or null
   */
  public @Nullable ReasonCode cause() {
    return cause;
  }

  /**
   * What an inspection found that must not leave.
   *
   * @return the first finding that denies, or null
   */
  public @Nullable Finding finding() {
    return finding;
  }

  /**
   * One sentence for the people who own the service: what the code means and what to do about it,
   * the address, the rule with its place, owner and ticket.
   *
   * @return a lower-case sentence that names the policy's rules; not for the service's own callers
   */
  public String privateText() {
    return ReasonText.privateText(this);
  }

  /**
   * One sentence for anybody: whether the call was let through, and if not, whether that lies in
   * the request, in the policy or in a failure. It tells nothing of the policy or the network.
   *
   * @return a constant sentence, the same for all codes alike in that
   */
  public String publicText() {
    return ReasonText.publicText(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Reason that
        && code == that.code
        && Objects.equals(rule, that.rule)
        && Objects.equals(address, that.address)
        && addressClass == that.addressClass
        && gateRule == that.gateRule
        && trait == that.trait
        && cause == that.cause
        && Objects.equals(finding, that.finding);
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, rule, address);
  }

  /** The private sentence. */
  @Override
  public String toString() {
    return privateText();
  }
}
