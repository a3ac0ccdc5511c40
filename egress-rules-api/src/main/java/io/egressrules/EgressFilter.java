package io.egressrules;

import io.egressrules.net.Target;
import java.util.Objects;
import java.util.Set;

/**
 * A compiled policy: an immutable decision structure, asked synchronously before every outbound
 * call.
 *
 * <p>Safe for use by any number of threads. The meaning of a decision is written in SEMANTICS.md.
 *
 * @since 0.1
 */
public interface EgressFilter {

  /**
   * Decides a request by what is known of it.
   *
   * <p>Never throws, blocks, logs or resolves a name; whatever goes wrong inside becomes a denying
   * decision. The cost does not depend on the number of rules beyond the bound that the policy was
   * compiled with, and the allow path allocates nothing.
   *
   * @param call the facts known so far; it is not kept
   * @return the decision
   */
  Decision decide(EgressCall call);

  /**
   * Makes a handle for a target that will be called again and again, so that deciding need not look
   * its name up each time.
   *
   * @param target where the calls will go
   * @return a handle for {@link EgressRequest#to(PreparedTarget)}, good for any filter
   */
  default PreparedTarget prepare(Target target) {
    Objects.requireNonNull(target);
    return () -> target;
  }

  /**
   * Decides a request and records how: the same evaluation as {@link #decide}, with the rules that
   * were looked at and the nearest rule when none matched. For people and tests; it allocates and
   * is not meant for every request.
   *
   * @param request the facts known so far
   * @return the explanation; its decision equals that of {@link #decide}
   */
  Explanation explain(EgressRequest request);

  /**
   * Which policy decides.
   *
   * @return the content hash of the policy, as decisions carry it
   */
  String policyId();

  /**
   * What a client must be able to do for this policy to be enforced on it.
   *
   * @return capabilities; always includes {@link Capability#REQUEST}
   */
  Set<Capability> needs();
}
