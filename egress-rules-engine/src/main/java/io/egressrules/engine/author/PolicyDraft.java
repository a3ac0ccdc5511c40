package io.egressrules.engine.author;

import io.egressrules.engine.author.entry.Moment;
import io.egressrules.engine.author.list.ListTree;
import io.egressrules.engine.author.text.Code;
import io.egressrules.engine.author.text.Fields;
import io.egressrules.engine.author.text.Node;
import io.egressrules.engine.author.text.Node.Entry;
import io.egressrules.engine.author.text.Node.Mapping;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.Quoted;
import io.egressrules.engine.author.text.Source;
import io.egressrules.engine.author.text.Values;
import io.egressrules.engine.author.text.YamlReader;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Problem;
import io.egressrules.policy.ReportOnly;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** A policy as far as it can be read: what is wrong is left out of it and reported. */
final class PolicyDraft {
  /** The keys, in the order in which they are written. */
  static final List<String> KEYS =
      List.of(
          "version",
          "policy",
          "groups",
          "target",
          "addresses",
          "report-only",
          "detectors",
          "profiles",
          "rules");

  private static final String VERSION = "1";

  private final Source source;
  private final Problems problems;
  private final GroupReader groups;
  private boolean makesSense;
  private Policy.Builder policy = Policy.builder("nameless");

  private PolicyDraft(Source source, ListTree tree, LongConsumer told) {
    this.source = source;
    this.problems = Problems.of(source);
    this.groups = new GroupReader(tree, told, problems);
  }

  /**
   * Reads a policy from a text; somebody is told now and then how many lines of a list are read.
   */
  static PolicyDraft read(Source source, ListTree tree, LongConsumer told) {
    PolicyDraft draft = new PolicyDraft(source, tree, told);
    YamlReader.read(source, draft.problems)
        .filter(draft::isKnownVersion)
        .flatMap(node -> Fields.of(node, "a policy", KEYS, draft.problems))
        .ifPresent(draft::read);
    return draft;
  }

  /** Whether the version is this one, or is missing; of another version nothing else is read. */
  private boolean isKnownVersion(Node root) {
    Optional<Scalar> other = version(root).filter(text -> !text.text().equals(VERSION));
    other.ifPresent(
        text -> {
          String advice = " is not read here; write `version: " + VERSION + "`";
          problems.add(
              Code.UNKNOWN_VERSION, text.location(), "version " + Quoted.of(text.text()) + advice);
        });
    return other.isEmpty();
  }

  private static Optional<Scalar> version(Node root) {
    return root instanceof Mapping mapping
        ? mapping.entries().stream()
            .filter(entry -> entry.key().text().equals("version"))
            .map(Entry::value)
            .filter(Scalar.class::isInstance)
            .map(Scalar.class::cast)
            .findFirst()
        : Optional.empty();
  }

  private void read(Fields fields) {
    fields.requiredText("version", VERSION);
    fields
        .requiredText("policy", "checkout")
        .flatMap(text -> Values.read(text, Code.MALFORMED_NAME, Policy::builder, problems))
        .ifPresent(named -> policy = named);
    fields.value("groups").ifPresent(node -> groups.read(node, policy));
    fields
        .value("target")
        .flatMap(node -> OptionReader.target(node, problems))
        .ifPresent(policy::target);
    fields
        .value("addresses")
        .flatMap(node -> OptionReader.addresses(node, problems))
        .ifPresent(policy::addresses);
    fields.value("report-only").ifPresent(node -> Fields.items(node).forEach(this::reportOnly));
    fields.value("detectors").ifPresent(node -> DetectorReader.read(node, policy, problems));
    fields.value("profiles").ifPresent(node -> ProfileReader.read(node, policy, problems));
    makesSense = isWhole();
    fields.value("rules").ifPresent(node -> Fields.items(node).forEach(this::rule));
  }

  private void rule(Node node) {
    RuleReader.read(node, problems).ifPresent(policy::rule);
  }

  private void reportOnly(Node node) {
    Fields.of(node, "a report-only entry", List.of("subjects", "until", "reason"), problems)
        .ifPresent(this::reportOnly);
  }

  private void reportOnly(Fields fields) {
    int before = problems.met();
    List<String> subjects = new ArrayList<>();
    fields
        .required("subjects", "[batch/*]")
        .ifPresent(
            node ->
                fields
                    .texts(node, "subjects")
                    .forEach(text -> subject(text).ifPresent(subjects::add)));
    Optional<Instant> until =
        fields
            .requiredText("until", "2027-01-31")
            .flatMap(text -> Values.read(text, Code.MALFORMED_DATE, Moment::parse, problems));
    String reason = fields.text("reason").map(Scalar::text).orElse(null);
    until
        .filter(end -> problems.met() == before && !subjects.isEmpty())
        .ifPresent(
            end -> policy.reportOnly(new ReportOnly(subjects, end, reason, fields.location())));
  }

  private Optional<String> subject(Scalar text) {
    return Values.entry(
            text, Code.MALFORMED_NAME, entry -> Condition.builder().subjects(entry), problems)
        .map(accepted -> text.text());
  }

  /** The policy without what could not be read. */
  Policy policy() {
    return policy.build();
  }

  /** The fingerprints of the files that were read, the policy file first. */
  List<String> sources() {
    return Sources.of(source, groups.lists());
  }

  /** Whether nothing is wrong. */
  boolean isWhole() {
    return problems.count() == 0 && groups.listProblems().isEmpty();
  }

  /**
   * Whether nothing but rules is left out, so that the others mean what they would without them.
   */
  boolean makesSense() {
    return makesSense;
  }

  /** Adds a problem that was found later. */
  void add(Problem problem) {
    problems.add(problem);
  }

  /** What is wrong in the text, then in its list files. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems.list());
    all.addAll(groups.listProblems());
    return all;
  }
}
