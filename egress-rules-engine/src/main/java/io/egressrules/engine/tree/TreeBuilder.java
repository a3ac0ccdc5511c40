package io.egressrules.engine.tree;

import io.egressrules.Capability;
import io.egressrules.net.AddressSpace;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
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

/**
 * Builds the decision structure: each rule is put where the most selective of its conditions finds
 * it, which is the host, else the address, else neither.
 */
public final class TreeBuilder {
  private final NormalForm form;
  private final List<TreeRule> rules = new ArrayList<>();
  private final Memberships<DomainPattern> hosts = new Memberships<>();
  private final Memberships<Cidr> cidrs = new Memberships<>();
  private final List<Integer> withCidrs = new ArrayList<>();
  private final List<Integer> withNeither = new ArrayList<>();

  private TreeBuilder(NormalForm form) {
    this.form = form;
  }

  /**
   * Builds the filter of a policy.
   *
   * @param form the policy
   * @param clock judges when rules end
   * @param seed keeps makers of names from making look-ups slow
   * @return the filter
   */
  public static TreeFilter build(NormalForm form, InstantSource clock, long seed) {
    return new TreeBuilder(form).build(clock, seed);
  }

  private TreeFilter build(InstantSource clock, long seed) {
    FactBits facts = FactBits.of(form.rules());
    AddressSpace space = space();
    RuleBuilder builder = new RuleBuilder(form.policyId(), facts, space, seed);
    for (NormalRule rule : form.rules()) {
      place(rule, rules.size());
      rules.add(builder.build(rule, rules.size()));
    }
    NameBlocksBuilder nameBlocks = new NameBlocksBuilder(hosts, new Chains(rules));
    CidrBlocksBuilder cidrBlocks = new CidrBlocksBuilder(cidrs, new Chains(rules));
    NameBlocks names = nameBlocks.build(seed);
    CidrBlocks addresses = cidrBlocks.build();
    Chains others = new Chains(rules);
    Block anyAddress = others.block(orders(withCidrs));
    Block unknownAddress = others.block(orders(unlikeBeforeAddresses()));
    Block neither = others.block(orders(withNeither));
    Levels levels = new Levels(form.policyId(), space, addresses, unknownAddress, neither);
    return new TreeFilter(
        new TreeParts(
            form.policyId(),
            new LevelZero(form.policyId(), form.target()),
            names,
            facts.index(),
            anyAddress.bits() | neither.bits(),
            new Addresses(
                form.policyId(), levels, form.addresses().mixedAnswers() == MixedAnswers.FILTER),
            reporting(anyAddress, neither),
            clock,
            Explainer.of(form.rules()),
            needs(),
            new TreeStatistics(
                rules.size(),
                nameBlocks.size(),
                cidrBlocks.size(),
                names.blocks().length + addresses.blocks().length,
                nameBlocks.links() + cidrBlocks.links(),
                worst(names.blocks())
                    + Math.max(worst(addresses.blocks()), unknownAddress.cost())
                    + neither.cost())));
  }

  private static int worst(Block[] blocks) {
    return Arrays.stream(blocks).mapToInt(Block::cost).max().orElse(0);
  }

  private void place(NormalRule rule, int order) {
    List<List<DomainPattern>> patterns = rule.condition().hosts();
    List<List<Cidr>> prefixes = rule.condition().cidrs();
    if (patterns != null) {
      patterns.forEach(list -> hosts.refer(list, order));
    } else if (prefixes != null) {
      prefixes.forEach(list -> cidrs.refer(list, order));
      withCidrs.add(order);
    } else {
      withNeither.add(order);
    }
  }

  /**
   * The allow rules found by address, to be scanned while no address is known. Of rules that then
   * ask for the same, the first answers for all. Deny rules are left out: they do not match yet.
   */
  private List<Integer> unlikeBeforeAddresses() {
    Set<Object> asked = new HashSet<>();
    return withCidrs.stream()
        .filter(order -> form.rules().get(order).isAllow())
        .filter(order -> asked.add(askedBeforeAddresses(order)))
        .toList();
  }

  private Object askedBeforeAddresses(int order) {
    Rule rule = form.rules().get(order).rule();
    Condition written = rule.condition();
    return rules.get(order).lifetime().isEndless()
        ? List.of(
            FactBits.identity(written),
            FactBits.requirements(written, rule.require()),
            written.paths())
        : rule.id();
  }

  private static int[] orders(List<Integer> orders) {
    return orders.stream().mapToInt(Integer::intValue).toArray();
  }

  private AddressSpace space() {
    AddressOptions options = form.addresses();
    AddressSpace space = AddressSpace.LATEST.withNat64(options.nat64Prefixes());
    return options.nat64JudgedInside() ? space.vouchingForNat64() : space;
  }

  private Reporting reporting(Block anyAddress, Block neither) {
    return new Reporting(
        form.policyId(),
        form.reportOnly(),
        anyAddress.isTimed() || neither.isTimed(),
        anyAddress.isReporting() || neither.isReporting());
  }

  private Set<Capability> needs() {
    Set<Capability> needs = EnumSet.of(Capability.REQUEST);
    boolean allows = form.rules().stream().anyMatch(NormalRule::isAllow);
    if (allows || !form.reportOnly().isEmpty()) {
      needs.add(Capability.ADDRESSES);
      needs.add(Capability.REDIRECTS);
    }
    if (form.rules().stream()
        .anyMatch(r -> r.isAllow() && !r.rule().require().profiles().isEmpty())) {
      needs.add(Capability.BODY);
    }
    return Set.copyOf(needs);
  }
}
