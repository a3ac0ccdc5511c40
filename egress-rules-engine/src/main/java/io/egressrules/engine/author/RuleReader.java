package io.egressrules.engine.author;

import io.egressrules.engine.author.entry.Moment;
import io.egressrules.engine.author.text.Code;
import io.egressrules.engine.author.text.Fields;
import io.egressrules.engine.author.text.Node;
import io.egressrules.engine.author.text.Node.Entry;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.Values;
import io.egressrules.engine.author.text.Words;
import io.egressrules.net.Cidr;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Mode;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads one rule. A rule with a problem is read to its end, so that all its problems are found, and
 * is then left out.
 */
final class RuleReader {
  /** The keys, in the order in which they are written. */
  static final List<String> KEYS =
      Stream.of(
              List.of("id", "effect"),
              ConditionReader.KEYS,
              List.of(
                  "except",
                  "require",
                  "grant",
                  "mode",
                  "report-until",
                  "until",
                  "reason",
                  "owner",
                  "ticket"))
          .flatMap(List::stream)
          .toList();

  private static final List<String> REQUIREMENTS = List.of("tls", "inspect");
  private static final Map<String, Effect> EFFECTS = Words.of(Effect.values());
  private static final Map<String, Mode> MODES = Words.of(Mode.values());

  private static final String LONE_EXPIRY =
      "`report-until` ends a report; write `mode: report-only` beside it, or remove it";

  private final Fields fields;
  private final Problems problems;
  private final Rule.Builder words;

  private RuleReader(Fields fields) {
    this.fields = fields;
    this.problems = fields.problems();
    this.words = builder();
  }

  /** Reads a rule; empty when something is wrong with it, which is reported. */
  static Optional<Rule> read(Node node, Problems problems) {
    int before = problems.met();
    Optional<Rule> rule =
        Fields.of(node, "a rule", KEYS, problems).map(fields -> new RuleReader(fields).rule());
    return rule.filter(whole -> problems.met() == before);
  }

  private Rule.Builder builder() {
    Optional<Scalar> id = fields.requiredText("id", "partner-api");
    Effect effect =
        fields
            .requiredText("effect", "allow")
            .flatMap(text -> Values.word(text, "effect", EFFECTS, problems))
            .orElse(Effect.DENY);
    return id.flatMap(
            text -> Values.read(text, Code.MALFORMED_NAME, name -> named(name, effect), problems))
        .orElseGet(() -> Rule.deny("nameless"))
        .location(id.map(Scalar::location).orElseGet(fields::location));
  }

  private static Rule.Builder named(String id, Effect effect) {
    return effect == Effect.ALLOW ? Rule.allow(id) : Rule.deny(id);
  }

  private Rule rule() {
    ConditionReader.read(fields, words);
    fields.value("except").ifPresent(this::exceptions);
    fields
        .value("require")
        .flatMap(node -> Fields.of(node, "`require`", REQUIREMENTS, problems))
        .ifPresent(this::require);
    for (Scalar text : fields.texts("grant")) {
      Values.entry(text, Code.MALFORMED_CIDR, Cidr::parse, problems)
          .ifPresent(block -> words.grant(block.toString()).at(block, text.location()));
    }
    mode();
    moment("until").ifPresent(words::until);
    fields.text("reason").ifPresent(text -> words.reason(text.text()));
    fields.text("owner").ifPresent(text -> words.owner(text.text()));
    fields.text("ticket").ifPresent(text -> words.ticket(text.text()));
    return words.build();
  }

  private void exceptions(Node node) {
    List<Node> exceptions = Fields.items(node);
    exceptions.forEach(this::exception);
    if (exceptions.isEmpty()) {
      String advice = "`except` is an empty list, which excepts nothing; write one, or remove it";
      problems.add(Code.EMPTY_VALUE, node.location(), advice);
    }
  }

  private void exception(Node node) {
    Optional<Fields> written = Fields.of(node, "an exception", ConditionReader.KEYS, problems);
    Condition.Builder condition = Condition.builder();
    written.ifPresent(exception -> ConditionReader.read(exception, condition));
    words.except(condition.build());
    if (written.filter(exception -> exception.entries().isEmpty()).isPresent()) {
      String advice = "an exception without conditions always holds; write some, or remove it";
      problems.add(Code.EMPTY_VALUE, node.location(), advice);
    }
  }

  private void require(Fields required) {
    boolean tls =
        required.text("tls").flatMap(text -> Values.flag(text, "tls", problems)).orElse(false);
    Requirement requirement = tls ? Requirement.TLS : Requirement.NONE;
    for (Scalar text : required.texts("inspect")) {
      Requirement before = requirement;
      requirement =
          Values.entry(text, Code.MALFORMED_NAME, before::inspect, problems).orElse(before);
    }
    words.require(requirement);
  }

  private void mode() {
    Optional<Scalar> written = fields.text("mode");
    Optional<Mode> mode = written.flatMap(text -> Values.word(text, "mode", MODES, problems));
    moment("report-until").ifPresent(words::reportUntil);
    Optional<Entry> expiry = fields.entry("report-until");
    if (mode.filter(Mode.REPORT_ONLY::equals).isPresent() && expiry.isEmpty()) {
      String advice = "`mode: report-only` needs an end; write `report-until: 2027-01-31`";
      written.ifPresent(text -> problems.add(Code.MISSING_KEY, text.location(), advice));
    }
    boolean enforced = written.isEmpty() || mode.filter(Mode.ENFORCE::equals).isPresent();
    expiry
        .filter(entry -> enforced)
        .ifPresent(entry -> problems.add(Code.MISPLACED_KEY, entry.key().location(), LONE_EXPIRY));
  }

  private Optional<Instant> moment(String key) {
    return fields
        .text(key)
        .flatMap(text -> Values.read(text, Code.MALFORMED_DATE, Moment::parse, problems));
  }
}
