package io.egressrules.engine.author;

import io.egressrules.engine.author.entry.Quantity;
import io.egressrules.engine.author.text.Code;
import io.egressrules.engine.author.text.Fields;
import io.egressrules.engine.author.text.Node;
import io.egressrules.engine.author.text.Node.Entry;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.Values;
import io.egressrules.engine.author.text.Words;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.DetectorDefinition;
import io.egressrules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the detectors of a policy. Whether a pattern is one, and whether there is a validator of
 * that name, says the inspector that compiles them.
 */
final class DetectorReader {
  /** The keys, in the order in which they are written. */
  static final List<String> KEYS =
      List.of("patterns", "near", "validator", "entropy", "stop-words", "confidence");

  private static final Map<String, Confidence> CONFIDENCES = Words.of(Confidence.values());
  private static final String EXAMPLE = "ACME-[0-9]{8}";

  private final Scalar id;
  private final Fields fields;
  private final Problems problems;

  private DetectorReader(Scalar id, Fields fields) {
    this.id = id;
    this.fields = fields;
    this.problems = fields.problems();
  }

  /** Reads all detectors into a policy; one with a problem is left out. */
  static void read(Node node, Policy.Builder policy, Problems problems) {
    Fields.mapping(node, "detectors such as `{ticket: {patterns: '" + EXAMPLE + "'}}`", problems)
        .ifPresent(
            detectors ->
                detectors
                    .entries()
                    .forEach(entry -> read(entry, problems).ifPresent(policy::detector)));
  }

  private static Optional<DetectorDefinition> read(Entry entry, Problems problems) {
    int before = problems.met();
    Optional<DetectorDefinition> named =
        Values.read(
            entry.key(), Code.MALFORMED_NAME, id -> DetectorDefinition.of(id, EXAMPLE), problems);
    return Fields.of(entry.value(), "a detector", KEYS, problems)
        .flatMap(fields -> new DetectorReader(entry.key(), fields).definition(before))
        .filter(whole -> named.isPresent());
  }

  /** The definition, when nothing was added to so many problems. */
  private Optional<DetectorDefinition> definition(int before) {
    List<String> patterns =
        fields
            .required("patterns", "['" + EXAMPLE + "']")
            .map(node -> texts(fields.texts(node, "patterns"), "patterns"))
            .orElse(List.of());
    List<String> near = texts(fields.texts("near"), "near");
    String validator = fields.text("validator").map(Scalar::text).orElse(null);
    double entropy =
        fields
            .text("entropy")
            .flatMap(text -> Values.read(text, Code.MALFORMED_NUMBER, Quantity::bits, problems))
            .orElse(0.0);
    List<String> stopWords = texts(fields.texts("stop-words"), "stop-words");
    Confidence confidence =
        fields
            .text("confidence")
            .flatMap(text -> Values.word(text, "`confidence`", CONFIDENCES, problems))
            .orElse(Confidence.LIKELY);
    return problems.met() == before
        ? Optional.of(
            new DetectorDefinition(
                id.text(),
                patterns,
                near,
                validator,
                entropy,
                stopWords,
                confidence,
                id.location()))
        : Optional.empty();
  }

  /** Texts that hold something: an empty one stands in every value and beside every match. */
  private List<String> texts(List<Scalar> written, String key) {
    List<String> texts = new ArrayList<>();
    for (Scalar text : written) {
      if (text.text().isEmpty()) {
        String advice = "an empty text in `" + key + "` fits everything; write one, or remove it";
        problems.add(Code.EMPTY_VALUE, text.location(), advice);
      }
      texts.add(text.text());
    }
    return texts;
  }
}
