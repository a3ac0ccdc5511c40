package io.egressrules.engine.author;

import io.egressrules.engine.author.entry.Moment;
import io.egressrules.engine.author.text.Words;
import io.egressrules.engine.author.text.YamlText;
import io.egressrules.net.Scheme;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Entries;
import io.egressrules.policy.Mode;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the keys of one rule, in the order of POLICY-FILE.md. */
final class RuleWriter {
  private final Rule rule;
  private final YamlText out;

  RuleWriter(Rule rule, YamlText out) {
    this.rule = rule;
    this.out = out;
  }

  void write() {
    out.text("id", rule.id());
    out.text("effect", Words.of(rule.effect()));
    condition(rule.condition());
    if (!rule.except().isEmpty()) {
      out.items("except", rule.except(), this::exception);
    }
    require(rule.require());
    texts("grant", rule.grant());
    if (rule.mode() == Mode.REPORT_ONLY) {
      out.text("mode", Words.of(rule.mode()));
    }
    moment("report-until", rule.reportUntil());
    moment("until", rule.until());
    text("reason", rule.ref().reason());
    text("owner", rule.ref().owner());
    text("ticket", rule.ref().ticket());
  }

  private void exception(Condition condition) {
    if (condition.equals(Condition.builder().build())) {
      throw new IllegalArgumentException(
          "rule `"
              + rule.id()
              + "` has an exception without conditions, which no policy file can state; give it"
              + " conditions");
    }
    condition(condition);
  }

  private void condition(Condition condition) {
    texts("subjects", condition.subjects());
    if (!condition.labels().isEmpty()) {
      out.mapping("labels", () -> condition.labels().forEach(out::texts));
    }
    texts("hosts", entries(condition.hosts()));
    text("any-host", condition.anyHost());
    texts("cidrs", entries(condition.cidrs()));
    texts("schemes", condition.schemes().stream().sorted().map(Scheme::text).toList());
    if (!condition.ports().isEmpty()) {
      out.literals("ports", condition.ports().stream().map(String::valueOf).toList());
    }
    texts("methods", condition.methods().stream().sorted().toList());
    texts("paths", condition.paths());
  }

  private static List<String> entries(Entries<?> entries) {
    return Stream.concat(
            entries.values().stream().map(String::valueOf),
            entries.groups().stream().map(group -> "$" + group))
        .toList();
  }

  private void require(Requirement require) {
    if (!require.equals(Requirement.NONE)) {
      out.mapping(
          "require",
          () -> {
            if (require.isTls()) {
              out.literal("tls", true);
            }
            texts("inspect", require.profiles().stream().sorted().toList());
          });
    }
  }

  private void texts(String key, Collection<?> values) {
    if (!values.isEmpty()) {
      out.texts(key, values.stream().map(String::valueOf).toList());
    }
  }

  private void moment(String key, @Nullable Instant instant) {
    if (instant != null) {
      out.literal(key, Moment.format(instant));
    }
  }

  private void text(String key, @Nullable String text) {
    if (text != null) {
      out.text(key, text);
    }
  }
}
