package io.egressrules.engine.compile;

import io.egressrules.EgressFilter;
import io.egressrules.engine.plan.Plan;
import io.egressrules.engine.tree.TreeBuilder;
import io.egressrules.engine.tree.TreeFilter;
import io.egressrules.engine.tree.TreeStatistics;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import io.egressrules.policy.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles policies, and finds everything that is wrong with them in one run. */
public final class PolicyCompiler {
  /** The most tests that a decision on one address may take, unless the caller says otherwise. */
  public static final int DEFAULT_COST_LIMIT = 20_000;

  private final Settings settings;
  private final Problems problems = new Problems();

  private PolicyCompiler(Settings settings) {
    this.settings = settings;
  }

  /**
   * Compiles a policy.
   *
   * @param policy the policy
   * @param settings how
   * @return the filter and its plan
   * @throws PolicyException if the policy has an error; with all problems
   */
  public static Compiled compile(Policy policy, Settings settings) {
    PolicyCompiler compiler = new PolicyCompiler(settings);
    Compiled compiled = compiler.compile(policy);
    if (compiled == null) {
      throw new PolicyException(compiler.problems.all());
    }
    return compiled;
  }

  /**
   * Makes the filter of a plan that was compiled before.
   *
   * @param plan the plan
   * @param settings how
   * @return the filter
   * @throws PolicyException if a decision may take more tests
   */
  public static EgressFilter filter(Plan plan, Settings settings) {
    PolicyCompiler compiler = new PolicyCompiler(settings);
    Compiled compiled = compiler.build(plan);
    if (compiled == null) {
      throw new PolicyException(compiler.problems.all());
    }
    return compiled.filter();
  }

  /**
   * Finds what is wrong with a policy.
   *
   * @param policy the policy
   * @return errors and warnings in the order of the text
   */
  public static List<Problem> check(Policy policy) {
    PolicyCompiler compiler = new PolicyCompiler(Settings.CHECK);
    Compiled unused = compiler.compile(policy);
    return compiler.problems.all();
  }

  /**
   * Takes the figures of a filter.
   *
   * @param filter a filter that was compiled here
   * @param figures makes something of them
   * @param <T> what is made
   * @return what was made
   * @throws IllegalArgumentException if the filter comes from elsewhere
   */
  public static <T> T statistics(EgressFilter filter, Figures<T> figures) {
    TreeStatistics counted = tree(filter).statistics();
    return figures.of(
        counted.rules(),
        counted.names(),
        counted.cidrs(),
        counted.blocks(),
        counted.links(),
        counted.worstCost());
  }

  /**
   * What the look-ups of a filter take in memory.
   *
   * @param filter a filter that was compiled here
   * @return bytes; of what filters share, each has an equal part
   * @throws IllegalArgumentException if the filter comes from elsewhere
   */
  public static long bytes(EgressFilter filter) {
    return tree(filter).bytes();
  }

  private static TreeFilter tree(EgressFilter filter) {
    if (filter instanceof TreeFilter tree) {
      return tree;
    }
    throw new IllegalArgumentException("only a filter of `EgressRules.compile` has statistics");
  }

  /**
   * Makes something of the figures of a filter, see {@link TreeStatistics}.
   *
   * @param <T> what is made
   */
  @FunctionalInterface
  public interface Figures<T> {
    /**
     * Takes the figures.
     *
     * @param rules the rules
     * @param names the names that patterns are about
     * @param cidrs the CIDRs that lead to rules
     * @param blocks the different blocks that names and addresses lead to
     * @param links the links of their chains
     * @param worstCost the most conditions that a decision on one address tests
     * @return what is made of them
     */
    T of(int rules, int names, int cidrs, int blocks, int links, int worstCost);
  }

  /** The filter and its plan, or null when there are errors. */
  private @Nullable Compiled compile(Policy policy) {
    NormalForm form = form(policy, problems);
    return problems.hasErrors() ? null : build(Planner.plan(form, settings.planned()));
  }

  /** The normal form of a policy, which is of use only when there are no errors. */
  static NormalForm form(Policy policy, Problems problems) {
    NormalForm form = Normal.form(policy, Groups.of(policy, problems));
    RuleShape.check(policy, problems);
    Expiries.check(policy, problems);
    Profiles.check(policy, problems);
    AdmittingPatterns.check(policy, problems);
    Spaces.check(policy, problems);
    Contradictions.check(policy, problems);
    Ties.check(policy, problems);
    return form;
  }

  private @Nullable Compiled build(Plan plan) {
    TreeFilter filter =
        TreeBuilder.build(plan, settings.clock(), settings.seed(), settings.built());
    checkCost(plan, filter, settings.costLimit(), problems);
    return problems.hasErrors() ? null : new Compiled(plan, filter);
  }

  static void checkCost(Plan plan, TreeFilter filter, int limit, Problems problems) {
    int cost = filter.statistics().worstCost();
    if (cost > limit) {
      problems.error(
          "too-costly",
          place(plan),
          "a decision may take "
              + cost
              + " steps, more than the limit of "
              + limit
              + "; put hosts on rules that have none, or raise the limit");
    }
  }

  /** The place of what concerns the whole policy: the text, without a line. */
  private static SourceLocation place(Plan plan) {
    return plan.rules().isEmpty()
        ? SourceLocation.BUILDER
        : new SourceLocation(plan.rules().get(0).rule().ref().location().file(), 0, 0);
  }
}
