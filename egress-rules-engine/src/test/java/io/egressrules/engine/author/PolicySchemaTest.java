package io.egressrules.engine.author;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.engine.author.text.Node;
import io.egressrules.engine.author.text.Node.Entry;
import io.egressrules.engine.author.text.Node.Mapping;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Node.Sequence;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.Source;
import io.egressrules.engine.author.text.Words;
import io.egressrules.engine.author.text.YamlReader;
import io.egressrules.net.Scheme;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.Effect;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.Mode;
import io.egressrules.policy.Redaction;
import io.egressrules.policy.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The schema for editors has the keys and words of the reader. JSON is YAML, so the reader's own
 * parser reads it.
 */
class PolicySchemaTest {
  private Node schema = new Node.Broken(SourceLocation.BUILDER);

  @BeforeEach
  void openSchema() throws IOException {
    try (InputStream in =
        requireNonNull(PolicyReader.class.getResourceAsStream("policy.schema.json"))) {
      Source source =
          Source.of("policy.schema.json", new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Problems problems = Problems.of(source);
      schema = YamlReader.read(source, problems).orElseThrow();
      assertThat(problems.list()).isEmpty();
    }
  }

  @Test
  void keys_are_those_of_the_reader() {
    assertThat(keys("properties")).containsExactlyElementsOf(PolicyDraft.KEYS);
    assertThat(keys("$defs", "rule", "properties")).containsExactlyElementsOf(RuleReader.KEYS);
    assertThat(keys("$defs", "condition", "properties"))
        .containsExactlyElementsOf(ConditionReader.KEYS);
    assertThat(keys("$defs", "detector", "properties"))
        .containsExactlyElementsOf(DetectorReader.KEYS);
    assertThat(keys("$defs", "profile", "properties"))
        .containsExactlyElementsOf(ProfileReader.KEYS);
    assertThat(keys("$defs", "profile", "properties", "budget", "properties"))
        .containsExactlyElementsOf(ProfileReader.BUDGET_KEYS);
  }

  @Test
  void words_are_those_of_the_reader() {
    assertThat(texts("$defs", "rule", "properties", "effect", "enum"))
        .containsExactlyElementsOf(words(Effect.values()));
    assertThat(texts("$defs", "rule", "properties", "mode", "enum"))
        .containsExactlyElementsOf(words(Mode.values()));
    assertThat(texts("$defs", "scheme", "enum")).containsExactlyElementsOf(words(Scheme.values()));
    assertThat(texts("$defs", "trait", "enum"))
        .containsExactlyElementsOf(words(TargetTrait.values()));
    assertThat(texts("properties", "addresses", "properties", "mixed-answers", "enum"))
        .containsExactlyElementsOf(words(MixedAnswers.values()));
    assertThat(texts("$defs", "confidence", "enum"))
        .containsExactlyElementsOf(words(Confidence.values()));
    assertThat(texts("$defs", "action", "enum"))
        .containsExactlyElementsOf(words(InspectionAction.values()));
    assertThat(texts("$defs", "blind-action", "enum"))
        .containsExactlyElementsOf(ProfileReader.BLIND_ACTIONS.keySet());
    assertThat(texts("$defs", "profile", "properties", "redaction", "enum"))
        .containsExactlyElementsOf(words(Redaction.values()));
  }

  @Test
  void every_reference_leads_somewhere() {
    assertThat(references(schema))
        .isNotEmpty()
        .allSatisfy(reference -> assertThat(at(reference.substring(2).split("/", -1))).isNotNull());
  }

  private static List<String> references(Node node) {
    if (node instanceof Mapping mapping) {
      return mapping.entries().stream()
          .flatMap(
              entry ->
                  entry.key().text().equals("$ref")
                      ? List.of(((Scalar) entry.value()).text()).stream()
                      : references(entry.value()).stream())
          .toList();
    }
    return node instanceof Sequence list
        ? list.items().stream().flatMap(item -> references(item).stream()).toList()
        : List.of();
  }

  private List<String> keys(String... path) {
    return ((Mapping) at(path)).entries().stream().map(entry -> entry.key().text()).toList();
  }

  private List<String> texts(String... path) {
    return ((Sequence) at(path)).items().stream().map(item -> ((Scalar) item).text()).toList();
  }

  private Node at(String... path) {
    Node node = schema;
    for (String key : path) {
      node =
          ((Mapping) node)
              .entries().stream()
                  .filter(entry -> entry.key().text().equals(key))
                  .map(Entry::value)
                  .findFirst()
                  .orElseThrow();
    }
    return node;
  }

  private static <E extends Enum<E>> List<String> words(E[] constants) {
    return List.copyOf(Words.of(constants).keySet());
  }
}
