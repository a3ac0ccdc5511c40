package io.egressrules.engine.tree;

import io.egressrules.Capability;
import io.egressrules.engine.lookup.CidrIndex;
import io.egressrules.engine.lookup.NameIndex;
import io.egressrules.engine.lookup.NameIndexBuilder;
import io.egressrules.engine.plan.CidrTable;
import io.egressrules.engine.plan.NameTable;
import io.egressrules.engine.plan.Plan;
import io.egressrules.engine.plan.PlannedRule;
import io.egressrules.engine.plan.Ticks;
import io.egressrules.net.AddressSpace;
import io.egressrules.policy.AddressOptions;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Rule;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Builds the decision structures of plans; the one way from a plan to a filter. */
public final class TreeBuilder {
  private static final int BYTES_OF_A_REFERENCE = 4;

  private final Plan plan;
  private final long seed;
  private final Indexes indexes;
  private final Ticks ticks;
  private final List<TreeRule> rules = new ArrayList<>();
  private final Chains ofNames = new Chains(rules);
  private final Chains ofAddresses = new Chains(rules);
  private final Chains ofOthers = new Chains(rules);

  private TreeBuilder(Plan plan, long seed, Indexes indexes, Ticks ticks) {
    this.plan = plan;
    this.seed = seed;
    this.indexes = indexes;
    this.ticks = ticks;
  }

  /**
   * Builds the filter of a plan.
   *
   * @param plan the plan
   * @param clock judges when rules end
   * @param seed keeps makers of names from making look-ups slow
   * @param built is told now and then how many entries are in an index, and may throw to stop
   * @return the filter
   * @throws RuntimeException if the plan was read from a saved form that no compiler wrote
   */
  public static TreeFilter build(Plan plan, InstantSource clock, long seed, LongConsumer built) {
    return build(List.of(plan), clock, seed, built).get(0);
  }

  /**
   * Builds the filters of some plans. Tables that several plans have become one index.
   *
   * @param plans the plans
   * @param clock judges when rules end
   * @param seed keeps makers of names from making look-ups slow
   * @param built is told now and then how many entries are in an index, and may throw to stop
   * @return the filters, in the order of the plans
   * @throws RuntimeException if a plan was read from a saved form that no compiler wrote
   */
  public static List<TreeFilter> build(
      List<Plan> plans, InstantSource clock, long seed, LongConsumer built) {
    Indexes indexes = new Indexes(plans);
    Ticks ticks = new Ticks(built);
    return plans.stream()
        .map(plan -> new TreeBuilder(plan, seed, indexes, ticks).build(clock))
        .toList();
  }

  private TreeFilter build(InstantSource clock) {
    String policyId = plan.policyId();
    FactBits facts = FactBits.of(plan.rules());
    AddressSpace space = space();
    RuleBuilder builder = new RuleBuilder(policyId, facts, space, seed, indexes);
    plan.rules().forEach(rule -> rules.add(builder.build(rule, rules.size())));
    NameBlocks names = names();
    CidrBlocks addresses = addresses();
    Block anyAddress = ofOthers.block(orders(TreeBuilder::isFoundByAddress));
    Block unknownAddress = ofOthers.block(unlikeBeforeAddresses());
    Block neither = ofOthers.block(orders(rule -> rule.hosts() == null && rule.cidrs() == null));
    boolean filtering = plan.addresses().mixedAnswers() == MixedAnswers.FILTER;
    Levels levels = new Levels(policyId, space, addresses, unknownAddress, neither);
    Reporting reporting = reporting(anyAddress, neither);
    long evaluation =
        worst(names.blocks())
            + Math.max(worst(addresses.blocks()), unknownAddress.cost())
            + neither.cost()
            + (long) Levels.SCANS_OF_DENY_RULES * addresses.mostSteps();
    boolean twice = rules.stream().anyMatch(rule -> rule.lifetime().isReportOnly());
    long worstCost =
        names.mostSteps()
            + facts.index().cost()
            + reporting.cost()
            + (twice ? 2 * evaluation : evaluation);
    return new TreeFilter(
        new TreeParts(
            policyId,
            new LevelZero(policyId, plan.target()),
            names,
            facts.index(),
            anyAddress.bits() | neither.bits(),
            new Addresses(policyId, levels, filtering),
            reporting,
            clock,
            Explainer.of(plan.rules()),
            needs(),
            statistics(names, addresses, worstCost),
            bytes(names, addresses)));
  }

  private NameBlocks names() {
    Block[] blocks = ofNames.blocks(plan.names().blocks(), Block.EMPTY, Block.METADATA);
    return new NameBlocks(
        indexes.names(plan.names().table(), table -> index(table, blocks)), blocks);
  }

  private NameIndex index(NameTable table, Block[] blocks) {
    NameIndexBuilder index = NameIndex.builder(seed);
    table.forEach(
        (ascii, from, to, at, below) -> {
          requireOneOf(blocks, Math.max(at, below));
          index.put(ascii, from, to, at, below);
          ticks.tick();
        });
    return index.build();
  }

  private CidrBlocks addresses() {
    Block[] blocks = ofAddresses.blocks(plan.cidrs().blocks(), Block.EMPTY);
    return new CidrBlocks(
        indexes.cidrs(plan.cidrs().table(), table -> index(table, blocks)), blocks);
  }

  private CidrIndex index(CidrTable table, Block[] blocks) {
    CidrIndex.Builder index = CidrIndex.builder();
    table.forEach(
        (cidr, number) -> {
          requireOneOf(blocks, number);
          index.put(cidr, number);
          ticks.tick();
        });
    return index.build();
  }

  private static void requireOneOf(Block[] blocks, int number) {
    if (number >= blocks.length) {
      throw new IllegalArgumentException("an entry leads to a block that is not there");
    }
  }

  private TreeStatistics statistics(NameBlocks names, CidrBlocks addresses, long worstCost) {
    return new TreeStatistics(
        rules.size(),
        plan.names().table().size(),
        plan.cidrs().table().size(),
        different(names.blocks()) + different(addresses.blocks()),
        ofNames.size() + ofAddresses.size(),
        (int) Math.min(worstCost, Integer.MAX_VALUE));
  }

  /** Of an index that several plans have, an equal part. */
  private long bytes(NameBlocks names, CidrBlocks addresses) {
    return names.index().bytes() / indexes.plansWith(plan.names().table())
        + addresses.index().bytes() / indexes.plansWith(plan.cidrs().table())
        + (long) BYTES_OF_A_REFERENCE * (names.blocks().length + addresses.blocks().length);
  }

  private static int different(Block[] blocks) {
    return (int) Arrays.stream(blocks).distinct().count();
  }

  private static long worst(Block[] blocks) {
    return Arrays.stream(blocks).mapToLong(Block::cost).max().orElse(0);
  }

  private static boolean isFoundByAddress(PlannedRule rule) {
    return rule.hosts() == null && rule.cidrs() != null;
  }

  private List<Integer> orders(Predicate<PlannedRule> which) {
    return IntStream.range(0, rules.size())
        .filter(order -> which.test(plan.rules().get(order)))
        .boxed()
        .toList();
  }

  /**
   * The allow rules found by address, to be scanned while no address is known. Of rules that then
   * ask for the same, the first answers for all. Deny rules are left out: they do not match yet.
   */
  private List<Integer> unlikeBeforeAddresses() {
    Set<Object> asked = new HashSet<>();
    return orders(rule -> isFoundByAddress(rule) && rule.isAllow()).stream()
        .filter(order -> asked.add(askedBeforeAddresses(order)))
        .toList();
  }

  private Object askedBeforeAddresses(int order) {
    Rule rule = plan.rules().get(order).rule();
    Condition written = rule.condition();
    return rules.get(order).lifetime().isEndless()
        ? List.of(
            FactBits.identity(written),
            FactBits.requirements(written, rule.require()),
            written.paths())
        : rule.id();
  }

  private AddressSpace space() {
    AddressOptions options = plan.addresses();
    AddressSpace space = AddressSpace.LATEST.withNat64(options.nat64Prefixes());
    return options.nat64JudgedInside() ? space.vouchingForNat64() : space;
  }

  private Reporting reporting(Block anyAddress, Block neither) {
    return new Reporting(
        plan.policyId(),
        plan.reportOnly(),
        anyAddress.isTimed() || neither.isTimed(),
        anyAddress.isReporting() || neither.isReporting());
  }

  private Set<Capability> needs() {
    Set<Capability> needs = EnumSet.of(Capability.REQUEST);
    boolean allows = plan.rules().stream().anyMatch(PlannedRule::isAllow);
    if (allows || !plan.reportOnly().isEmpty()) {
      needs.add(Capability.ADDRESSES);
      needs.add(Capability.REDIRECTS);
    }
    if (plan.rules().stream()
        .anyMatch(rule -> rule.isAllow() && !rule.rule().require().profiles().isEmpty())) {
      needs.add(Capability.BODY);
    }
    return Set.copyOf(needs);
  }
}
