package io.egressrules.engine.compile;

import io.egressrules.EgressFilter;
import io.egressrules.engine.plan.Plan;
import io.egressrules.engine.tree.TreeBuilder;
import io.egressrules.engine.tree.TreeFilter;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import io.egressrules.policy.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/** Compiles policies together, so that their filters share what they look up in. */
public final class JointCompiler {
  private final List<Policy> policies;
  private final Settings settings;

  /** The problems of each policy. */
  private final List<Problems> problems;

  private JointCompiler(List<Policy> policies, Settings settings) {
    this.policies = policies;
    this.settings = settings;
    this.problems = policies.stream().map(each -> new Problems()).toList();
  }

  /**
   * Compiles policies.
   *
   * @param policies the policies
   * @param settings how
   * @return a filter for each, in the same order
   * @throws PolicyException if a policy has an error; with all problems of all policies
   */
  public static List<EgressFilter> compile(List<Policy> policies, Settings settings) {
    return List.copyOf(new JointCompiler(List.copyOf(policies), settings).compile());
  }

  private List<TreeFilter> compile() {
    List<NormalForm> forms = new ArrayList<>();
    for (int i = 0; i < policies.size(); i++) {
      forms.add(PolicyCompiler.form(policies.get(i), problems.get(i)));
    }
    throwErrors();
    List<Plan> plans = Planner.plans(forms, settings.planned());
    List<TreeFilter> filters =
        TreeBuilder.build(plans, settings.clock(), settings.seed(), settings.built());
    for (int i = 0; i < plans.size(); i++) {
      PolicyCompiler.checkCost(plans.get(i), filters.get(i), settings.costLimit(), problems.get(i));
    }
    throwErrors();
    return filters;
  }

  private void throwErrors() {
    if (problems.stream().anyMatch(Problems::hasErrors)) {
      List<Problem> all = new ArrayList<>();
      for (int i = 0; i < policies.size(); i++) {
        String name = policies.get(i).name();
        problems.get(i).all().forEach(problem -> all.add(named(problem, name)));
      }
      throw new PolicyException(all);
    }
  }

  /** A problem without a file names its policy instead, since there are several. */
  private static Problem named(Problem problem, String policy) {
    return problem.location().equals(SourceLocation.BUILDER)
        ? new Problem(
            problem.severity(),
            problem.code(),
            new SourceLocation(policy, 0, 0),
            problem.message(),
            problem.excerpt())
        : problem;
  }
}
