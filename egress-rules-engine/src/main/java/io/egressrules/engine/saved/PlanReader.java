package io.egressrules.engine.saved;

import com.google.common.primitives.ImmutableIntArray;
import io.egressrules.engine.plan.CidrTable;
import io.egressrules.engine.plan.NameTable;
import io.egressrules.engine.plan.PackedReader;
import io.egressrules.engine.plan.Plan;
import io.egressrules.engine.plan.PlannedBlock;
import io.egressrules.engine.plan.PlannedCidrs;
import io.egressrules.engine.plan.PlannedException;
import io.egressrules.engine.plan.PlannedNames;
import io.egressrules.engine.plan.PlannedRule;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.AddressOptions;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.Rule;
import io.egressrules.policy.TargetOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link PlanWriter} wrote: every number within its bounds, everything to the last
 * byte. Whatever else is read is refused with {@link IllegalArgumentException}.
 */
final class PlanReader {
  private final PackedReader in;
  private final WordReader words;

  private PlanReader(PackedReader in) {
    this.in = in;
    this.words = new WordReader(in);
  }

  static Plan read(PackedReader in) {
    Plan plan = new PlanReader(in).plan();
    requireEnd(in);
    return plan;
  }

  private static void requireEnd(PackedReader in) {
    if (!in.isAtEnd()) {
      throw new IllegalArgumentException("there is more than was written");
    }
  }

  private Plan plan() {
    String policyId = in.text();
    List<ReportOnly> reportOnly = list(words::reportOnly);
    TargetOptions target = new TargetOptions(traits(), traits());
    AddressOptions addresses =
        new AddressOptions(MixedAnswers.valueOf(in.text()), cidrs(), words.flag());
    List<PlannedRule> rules = rules(shared());
    List<PlannedBlock> nameBlocks = blocks(PlannedNames.FIRST, rules.size());
    NameTable names = NameTable.read(in);
    List<PlannedBlock> cidrBlocks = blocks(PlannedCidrs.FIRST, rules.size());
    CidrTable cidrs = CidrTable.read(in);
    return new Plan(
        policyId,
        rules,
        reportOnly,
        target,
        addresses,
        new PlannedNames(names, nameBlocks),
        new PlannedCidrs(cidrs, cidrBlocks));
  }

  private Set<TargetTrait> traits() {
    return Arrays.stream(words.texts()).map(TargetTrait::valueOf).collect(Collectors.toSet());
  }

  private List<Cidr> cidrs() {
    return parsed(Cidr::parse);
  }

  private <E> List<E> parsed(Function<String, E> parse) {
    return Arrays.stream(words.texts()).map(parse).toList();
  }

  private <E> List<E> list(Supplier<E> element) {
    List<E> list = new ArrayList<>();
    for (int left = in.size(); left > 0; left--) {
      list.add(element.get());
    }
    return list;
  }

  /** What rules share. */
  private record Shared(
      List<NameTable> names,
      List<CidrTable> cidrs,
      List<List<DomainPattern>> firstPatterns,
      List<List<Cidr>> firstCidrs) {

    /** The thing of a number that is read, or null for 0. */
    static <T> @Nullable T one(List<T> all, PackedReader in) {
      int number = in.number(all.size() + 1);
      return number == 0 ? null : all.get(number - 1);
    }
  }

  private Shared shared() {
    return new Shared(
        list(() -> NameTable.read(in)),
        list(() -> CidrTable.read(in)),
        list(() -> parsed(DomainPattern::parse)),
        list(this::cidrs));
  }

  private List<PlannedRule> rules(Shared shared) {
    int count = in.number();
    PackedReader ruleBytes = new PackedReader(in.bytes());
    PlanReader reader = new PlanReader(ruleBytes);
    List<PlannedRule> rules = new ArrayList<>();
    for (int left = count; left > 0; left--) {
      rules.add(reader.rule(shared));
    }
    requireEnd(ruleBytes);
    return rules;
  }

  private PlannedRule rule(Shared shared) {
    Rule rule = words.rule();
    return new PlannedRule(
        rule,
        Shared.one(shared.firstPatterns, in),
        Shared.one(shared.firstCidrs, in),
        Shared.one(shared.cidrs, in),
        list(() -> exception(shared)));
  }

  private PlannedException exception(Shared shared) {
    return new PlannedException(
        words.condition(), Shared.one(shared.names, in), Shared.one(shared.cidrs, in));
  }

  private List<PlannedBlock> blocks(int first, int rules) {
    List<PlannedBlock> blocks = new ArrayList<>();
    for (int left = in.size(); left > 0; left--) {
      List<Integer> orders = list(() -> in.number(rules));
      int behind = in.number(first + blocks.size());
      int prefixLength = in.number() + PlannedBlock.NO_PREFIX;
      blocks.add(new PlannedBlock(ImmutableIntArray.copyOf(orders), behind, prefixLength));
    }
    return blocks;
  }
}
