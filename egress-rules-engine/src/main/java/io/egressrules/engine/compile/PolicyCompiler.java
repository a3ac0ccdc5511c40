package io.egressrules.engine.compile;

import io.egressrules.engine.tree.NormalCondition;
import io.egressrules.engine.tree.NormalForm;
import io.egressrules.engine.tree.NormalRule;
import io.egressrules.engine.tree.TreeBuilder;
import io.egressrules.engine.tree.TreeFilter;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import io.egressrules.policy.Rule;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/** Compiles policies: expand groups, normalise, analyse, build. */
public final class PolicyCompiler {
  private final Policy policy;
  private final Problems problems = new Problems();

  private PolicyCompiler(Policy policy) {
    this.policy = policy;
  }

  /**
   * Compiles a policy.
   *
   * @param policy the policy
   * @param clock judges when rules end
   * @param seed keeps makers of names from making look-ups slow
   * @param costLimit the most tests that a decision on one address may take
   * @return the filter
   * @throws PolicyException if the policy has an error; with all problems
   */
  public static TreeFilter compile(Policy policy, InstantSource clock, long seed, int costLimit) {
    PolicyCompiler compiler = new PolicyCompiler(policy);
    NormalForm form = compiler.analysed();
    compiler.problems.throwErrors();
    TreeFilter filter = TreeBuilder.build(form, clock, seed);
    return filter;
  }

  /**
   * Finds what is wrong with a policy.
   *
   * @param policy the policy
   * @return errors and warnings in the order of the text
   */
  public static List<Problem> check(Policy policy) {
    PolicyCompiler compiler = new PolicyCompiler(policy);
    compiler.analysed();
    return compiler.problems.all();
  }

  private NormalForm analysed() {
    Groups groups = Groups.of(policy, problems);
    List<NormalRule> rules =
        policy.rules().stream()
            .sorted(Comparator.comparing(Rule::id))
            .map(rule -> normal(rule, groups))
            .toList();
    NormalForm form =
        new NormalForm(
            ContentHash.of(policy),
            rules,
            policy.reportOnly(),
            policy.target(),
            policy.addresses());
    RuleShape.check(policy, problems);
    return form;
  }

  private static NormalRule normal(Rule rule, Groups groups) {
    List<NormalCondition> exceptions =
        rule.except().stream().map(except -> groups.expand(except, rule.ref().location())).toList();
    return new NormalRule(rule, groups.expand(rule.condition(), rule.ref().location()), exceptions);
  }
}
