package io.egressrules.engine.saved;

import io.egressrules.engine.plan.PackedWriter;
import io.egressrules.policy.Condition;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.Rule;
import io.egressrules.policy.RuleRef;
import io.egressrules.policy.SourceLocation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what an author wrote, but for hosts and CIDRs; see {@link WordReader}. */
final class WordWriter {
  private final PackedWriter out;

  WordWriter(PackedWriter out) {
    this.out = out;
  }

  /** A rule without its hosts, CIDRs and exceptions. */
  void rule(Rule rule) {
    RuleRef ref = rule.ref();
    out.text(rule.effect().name()).text(rule.id());
    location(ref.location());
    optional(ref.owner());
    optional(ref.reason());
    optional(ref.ticket());
    optional(rule.until());
    optional(rule.reportUntil());
    out.number(rule.require().isTls() ? 1 : 0);
    texts(rule.require().profiles());
    texts(rule.grant());
    condition(rule.condition());
  }

  /** A condition without its hosts and CIDRs. */
  void condition(Condition condition) {
    texts(condition.subjects());
    out.number(condition.labels().size());
    for (Map.Entry<String, List<String>> label : condition.labels().entrySet()) {
      out.text(label.getKey());
      texts(label.getValue());
    }
    optional(condition.anyHost());
    texts(condition.schemes());
    texts(condition.ports());
    texts(condition.methods());
    texts(condition.paths());
  }

  void reportOnly(ReportOnly entry) {
    texts(entry.subjects());
    instant(entry.until());
    optional(entry.reason());
    location(entry.location());
  }

  /** The texts of some values. */
  void texts(Collection<?> values) {
    out.number(values.size());
    values.forEach(value -> out.text(value.toString()));
  }

  private void location(SourceLocation place) {
    out.text(place.file()).number(place.line()).number(place.column());
  }

  private void optional(@Nullable String text) {
    out.number(text == null ? 0 : 1);
    if (text != null) {
      out.text(text);
    }
  }

  private void optional(@Nullable Instant instant) {
    out.number(instant == null ? 0 : 1);
    if (instant != null) {
      instant(instant);
    }
  }

  private void instant(Instant instant) {
    out.fixed(instant.getEpochSecond(), Long.BYTES).number(instant.getNano());
  }
}
