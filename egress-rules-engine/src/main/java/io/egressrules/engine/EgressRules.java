package io.egressrules.engine;

import io.egressrules.EgressFilter;
import io.egressrules.engine.compile.PolicyCompiler;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import java.util.List;

/** Turns policies into filters. */
public final class EgressRules {
  private EgressRules() {}

  /**
   * Compiles a policy, with the system's clock.
   *
   * @param policy the policy
   * @return an immutable filter
   * @throws PolicyException if the policy has an error; with all its problems
   */
  public static EgressFilter compile(Policy policy) {
    return compile(policy, CompileOptions.DEFAULT);
  }

  /**
   * Compiles a policy.
   *
   * @param policy the policy
   * @param options how
   * @return an immutable filter
   * @throws PolicyException if the policy has an error; with all its problems
   */
  public static EgressFilter compile(Policy policy, CompileOptions options) {
    return PolicyCompiler.compile(policy, options.clock(), options.seed(), options.costLimit());
  }

  /**
   * Finds what is wrong with a policy.
   *
   * @param policy the policy
   * @return errors and warnings in the order of the text; without an error the policy compiles
   */
  public static List<Problem> check(Policy policy) {
    return PolicyCompiler.check(policy);
  }
}
