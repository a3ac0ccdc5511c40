package io.egressrules;

import io.egressrules.policy.RuleRef;
import java.time.Instant;
import java.util.Objects;

/**
 * Something worth knowing that a caller may ignore (XACML 3.0 section 7.18).
 *
 * <p>Kinds that are added in later versions implement {@link Further} first.
 *
 * @since 0.1
 */
public sealed interface Advice permits Advice.RuleEnds, Advice.Further {

  /**
   * The determining rule ends at a known instant.
   *
   * @param rule the rule
   * @param until the first instant without it
   * @since 0.1
   */
  record RuleEnds(RuleRef rule, Instant until) implements Advice {
    /**
     * The determining rule ends at a known instant.
     *
     * @param rule the rule
     * @param until the first instant without it
     */
    public RuleEnds {
      Objects.requireNonNull(rule);
      Objects.requireNonNull(until);
    }
  }

  /**
   * A kind of advice that this version of the interface does not list.
   *
   * @since 0.1
   */
  non-sealed interface Further extends Advice {}
}
