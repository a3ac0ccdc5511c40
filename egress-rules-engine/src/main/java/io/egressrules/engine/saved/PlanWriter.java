package io.egressrules.engine.saved;

import io.egressrules.engine.plan.CidrTable;
import io.egressrules.engine.plan.NameTable;
import io.egressrules.engine.plan.PackedWriter;
import io.egressrules.engine.plan.Plan;
import io.egressrules.engine.plan.PlannedBlock;
import io.egressrules.engine.plan.PlannedException;
import io.egressrules.engine.plan.PlannedRule;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import java.util.List;

/** Writes a plan; see {@link PlanReader}. What rules share is written once, before them. */
final class PlanWriter {
  private final PackedWriter ruleBytes = new PackedWriter();
  private final WordWriter ruleWords = new WordWriter(ruleBytes);
  private final Numbered<NameTable> names = new Numbered<>();
  private final Numbered<CidrTable> cidrs = new Numbered<>();
  private final Numbered<List<DomainPattern>> firstPatterns = new Numbered<>();
  private final Numbered<List<Cidr>> firstCidrs = new Numbered<>();

  private PlanWriter() {}

  static void write(Plan plan, PackedWriter out) {
    new PlanWriter().writePlan(plan, out);
  }

  private void writePlan(Plan plan, PackedWriter out) {
    plan.rules().forEach(this::rule);
    WordWriter words = new WordWriter(out);
    out.text(plan.policyId()).number(plan.reportOnly().size());
    plan.reportOnly().forEach(words::reportOnly);
    words.texts(plan.target().admit());
    words.texts(plan.target().refuse());
    out.text(plan.addresses().mixedAnswers().name());
    words.texts(plan.addresses().nat64Prefixes());
    out.number(plan.addresses().nat64JudgedInside() ? 1 : 0);
    shared(words, out);
    out.number(plan.rules().size()).bytes(ruleBytes.toBytes());
    blocks(plan.names().blocks(), out);
    plan.names().table().write(out);
    blocks(plan.cidrs().blocks(), out);
    plan.cidrs().table().write(out);
  }

  private void shared(WordWriter words, PackedWriter out) {
    out.number(names.all().size());
    names.all().forEach(table -> table.write(out));
    out.number(cidrs.all().size());
    cidrs.all().forEach(table -> table.write(out));
    out.number(firstPatterns.all().size());
    firstPatterns.all().forEach(words::texts);
    out.number(firstCidrs.all().size());
    firstCidrs.all().forEach(words::texts);
  }

  private void rule(PlannedRule rule) {
    ruleWords.rule(rule.rule());
    ruleBytes
        .number(firstPatterns.number(rule.hosts()))
        .number(firstCidrs.number(rule.cidrs()))
        .number(cidrs.number(rule.within()))
        .number(rule.exceptions().size());
    rule.exceptions().forEach(this::exception);
  }

  private void exception(PlannedException exception) {
    ruleWords.condition(exception.condition());
    ruleBytes.number(names.number(exception.hosts())).number(cidrs.number(exception.cidrs()));
  }

  private static void blocks(List<PlannedBlock> blocks, PackedWriter out) {
    out.number(blocks.size());
    for (PlannedBlock block : blocks) {
      out.number(block.orders().length());
      block.orders().forEach(out::number);
      out.number(block.behind()).number(block.prefixLength() - PlannedBlock.NO_PREFIX);
    }
  }
}
