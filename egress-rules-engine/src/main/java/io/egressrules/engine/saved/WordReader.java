package io.egressrules.engine.saved;

import io.egressrules.engine.plan.PackedReader;
import io.egressrules.net.Scheme;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Conditions;
import io.egressrules.policy.Effect;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads what a {@link WordWriter} wrote, through the builders of policies, which refuse what no
 * policy can say.
 */
final class WordReader {
  private final PackedReader in;

  WordReader(PackedReader in) {
    this.in = in;
  }

  /** A rule without hosts, CIDRs and exceptions. */
  Rule rule() {
    Effect effect = Effect.valueOf(in.text());
    String id = in.text();
    Rule.Builder rule = effect == Effect.ALLOW ? Rule.allow(id) : Rule.deny(id);
    rule.location(location());
    optional(in::text, rule::owner);
    optional(in::text, rule::reason);
    optional(in::text, rule::ticket);
    optional(this::instant, rule::until);
    optional(this::instant, rule::reportUntil);
    rule.require(requirement());
    rule.grant(texts());
    return words(rule).build();
  }

  private Requirement requirement() {
    Requirement require = flag() ? Requirement.TLS : Requirement.NONE;
    String[] profiles = texts();
    return profiles.length == 0 ? require : require.inspect(profiles);
  }

  /** A condition without hosts and CIDRs. */
  Condition condition() {
    return words(Condition.builder()).build();
  }

  private <B extends Conditions<B>> B words(B builder) {
    some(builder::subjects);
    for (int left = in.size(); left > 0; left--) {
      builder.label(in.text(), texts());
    }
    optional(in::text, builder::anyHost);
    for (String scheme : texts()) {
      builder.schemes(Scheme.valueOf(scheme));
    }
    some(builder::ports);
    some(builder::methods);
    some(builder::paths);
    return builder;
  }

  private void some(Consumer<String[]> word) {
    String[] texts = texts();
    if (texts.length > 0) {
      word.accept(texts);
    }
  }

  ReportOnly reportOnly() {
    List<String> subjects = List.of(texts());
    Instant until = instant();
    String[] reason = new String[1];
    optional(in::text, text -> reason[0] = text);
    return new ReportOnly(subjects, until, reason[0], location());
  }

  String[] texts() {
    List<String> texts = new ArrayList<>();
    for (int left = in.size(); left > 0; left--) {
      texts.add(in.text());
    }
    return texts.toArray(String[]::new);
  }

  boolean flag() {
    return in.number(2) == 1;
  }

  private <T> void optional(Supplier<T> read, Consumer<T> word) {
    if (flag()) {
      word.accept(read.get());
    }
  }

  private SourceLocation location() {
    return new SourceLocation(in.text(), in.number(), in.number());
  }

  private Instant instant() {
    return Instant.ofEpochSecond(in.fixed(Long.BYTES), in.number());
  }
}
