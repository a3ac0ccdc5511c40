package io.egressrules.engine.author.cases;

import io.egressrules.ReasonCode;
import io.egressrules.engine.author.text.Fields;
import io.egressrules.engine.author.text.Node;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.Values;
import io.egressrules.engine.author.text.Words;
import io.egressrules.policy.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a case expects. */
final class ExpectationReader {
  private static final Map<String, Effect> EFFECTS = Words.of(Effect.values());
  private static final Map<String, ReasonCode> REASONS = Words.of(ReasonCode.values());

  private final Map<String, String> words = new LinkedHashMap<>();
  private final Problems problems;

  private ExpectationReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads an expectation; empty when the node is no mapping, which is reported. */
  static Optional<Expectation> read(Node node, Problems problems) {
    List<String> keys = List.of("effect", "reason", "rule", "cause", "obligations", "would-be");
    return Fields.of(node, "`expect`", keys, problems)
        .map(fields -> new ExpectationReader(problems).read(fields));
  }

  private Expectation read(Fields fields) {
    outcome(fields, "");
    fields.text("cause").ifPresent(this::cause);
    fields.value("obligations").ifPresent(this::obligations);
    fields.value("would-be").ifPresent(this::wouldBe);
    return new Expectation(words);
  }

  private void outcome(Fields fields, String prefix) {
    fields
        .requiredText("effect", "allow")
        .flatMap(text -> Values.word(text, "effect", EFFECTS, problems))
        .ifPresent(effect -> words.put(prefix + "effect", Words.of(effect)));
    fields
        .text("reason")
        .flatMap(text -> Values.word(text, "reason", REASONS, problems))
        .ifPresent(reason -> words.put(prefix + "reason", Words.of(reason)));
    fields.text("rule").ifPresent(text -> words.put(prefix + "rule", text.text()));
  }

  private void cause(Scalar text) {
    if (text.text().equals(Expectation.NONE)) {
      words.put("cause", Expectation.NONE);
    } else {
      Values.word(text, "reason", REASONS, problems)
          .ifPresent(reason -> words.put("cause", Words.of(reason)));
    }
  }

  private void wouldBe(Node node) {
    if (node instanceof Scalar text && text.text().equals(Expectation.NONE)) {
      words.put("would-be effect", Expectation.NONE);
    } else {
      Fields.of(node, "`would-be`", List.of("effect", "reason", "rule"), problems)
          .ifPresent(fields -> outcome(fields, "would-be "));
    }
  }

  private void obligations(Node node) {
    if (node instanceof Scalar text && text.text().equals(Expectation.NONE)) {
      words.put("obligations", Expectation.NONE);
    } else {
      Fields.of(
              node,
              "`obligations`",
              List.of("check-addresses", "tls", "inspect", "connect-only-to"),
              problems)
          .ifPresent(this::obligations);
    }
  }

  private void obligations(Fields fields) {
    List<String> texts = new ArrayList<>();
    for (String flag : List.of("check-addresses", "tls")) {
      fields
          .text(flag)
          .flatMap(text -> Values.flag(text, flag, problems))
          .filter(stated -> stated)
          .ifPresent(stated -> texts.add(flag));
    }
    if (fields.entry("inspect").isPresent()) {
      texts.add(ObligationText.inspect(texts(fields, "inspect")));
    }
    if (fields.entry("connect-only-to").isPresent()) {
      texts.add(ObligationText.connectOnlyTo(texts(fields, "connect-only-to")));
    }
    words.put("obligations", ObligationText.join(texts));
  }

  private static List<String> texts(Fields fields, String key) {
    return fields.texts(key).stream().map(Scalar::text).toList();
  }
}
