package io.egressrules.engine.author;

import io.egressrules.engine.author.entry.CidrEntry;
import io.egressrules.engine.author.entry.HostEntry;
import io.egressrules.engine.author.text.Code;
import io.egressrules.engine.author.text.Fields;
import io.egressrules.engine.author.text.Node;
import io.egressrules.engine.author.text.Node.Entry;
import io.egressrules.engine.author.text.Node.Mapping;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.Values;
import io.egressrules.engine.author.text.Words;
import io.egressrules.net.PathPattern;
import io.egressrules.net.PortRange;
import io.egressrules.net.Scheme;
import io.egressrules.policy.Conditions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads the keys that state conditions, in rules and in exceptions. */
final class ConditionReader {
  /** The keys, in the order in which they are written. */
  static final List<String> KEYS =
      List.of(
          "subjects",
          "labels",
          "hosts",
          "any-host",
          "cidrs",
          "schemes",
          "ports",
          "methods",
          "paths");

  private static final Map<String, Scheme> SCHEMES = Words.of(Scheme.values());

  private final Fields fields;
  private final Conditions<?> words;
  private final Problems problems;

  private ConditionReader(Fields fields, Conditions<?> words) {
    this.fields = fields;
    this.words = words;
    this.problems = fields.problems();
  }

  /** Reads the conditions among some fields into a builder. */
  static void read(Fields fields, Conditions<?> words) {
    new ConditionReader(fields, words).readAll();
  }

  private void readAll() {
    fields.texts("subjects").forEach(text -> use(text, Code.MALFORMED_NAME, words::subjects));
    fields.value("labels").ifPresent(this::labels);
    fields.texts("hosts").forEach(this::host);
    fields.text("any-host").ifPresent(text -> use(text, Code.EMPTY_VALUE, words::anyHost));
    fields.texts("cidrs").forEach(this::cidr);
    for (Scalar text : fields.texts("schemes")) {
      Values.word(text, "scheme", SCHEMES, problems)
          .ifPresent(scheme -> words.schemes(scheme).at(scheme, text.location()));
    }
    each("ports", Code.MALFORMED_PORT, PortRange::parse, (port, text) -> words.ports(text));
    fields.texts("methods").forEach(text -> use(text, Code.MALFORMED_METHOD, words::methods));
    each("paths", Code.MALFORMED_PATH, PathPattern::parse, (path, text) -> words.paths(text));
  }

  private <T> void each(
      String key, Code code, Function<String, T> reader, BiConsumer<T, String> add) {
    for (Scalar text : fields.texts(key)) {
      Values.entry(text, code, reader, problems)
          .ifPresent(
              value -> {
                add.accept(value, text.text());
                words.at(value, text.location());
              });
    }
  }

  /** Gives a text to a builder's method that judges it by itself. */
  private void use(Scalar text, Code code, Function<String, Conditions<?>> method) {
    Values.entry(text, code, method, problems)
        .ifPresent(done -> words.at(text.text(), text.location()));
  }

  private void host(Scalar text) {
    if (text.text().startsWith("$")) {
      use(text, Code.MALFORMED_NAME, words::hosts);
    } else {
      Values.entry(text, Code.MALFORMED_HOST, HostEntry::parse, problems)
          .ifPresent(pattern -> words.host(pattern).at(pattern, text.location()));
    }
  }

  private void cidr(Scalar text) {
    if (text.text().startsWith("$")) {
      use(text, Code.MALFORMED_NAME, words::cidrs);
    } else {
      Values.entry(text, Code.MALFORMED_CIDR, CidrEntry::parse, problems)
          .ifPresent(
              blocks -> blocks.forEach(block -> words.cidr(block).at(block, text.location())));
    }
  }

  private void labels(Node node) {
    Optional<Mapping> labels =
        Fields.mapping(node, "labels such as `{tier: [gold, silver]}`", problems);
    labels.map(Mapping::entries).ifPresent(entries -> entries.forEach(this::label));
    if (labels.filter(mapping -> mapping.entries().isEmpty()).isPresent()) {
      String advice = "`labels` is empty, which restricts nothing; write labels, or remove the key";
      problems.add(Code.EMPTY_VALUE, node.location(), advice);
    }
  }

  private void label(Entry entry) {
    Scalar key = entry.key();
    String[] values =
        fields.texts(entry.value(), key.text()).stream().map(Scalar::text).toArray(String[]::new);
    if (key.text().isEmpty()) {
      problems.add(
          Code.MALFORMED_LABEL,
          key.location(),
          "a label's key is not empty; write one before the colon");
    } else if (values.length > 0) {
      words.label(key.text(), values);
    }
  }
}
