package io.egressrules.engine.author;

import io.egressrules.engine.author.text.Code;
import io.egressrules.engine.author.text.Fields;
import io.egressrules.engine.author.text.Node;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.Values;
import io.egressrules.net.Cidr;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.AddressOptions;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import io.egressrules.policy.TargetOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the options of a policy: {@code target} and {@code addresses}. */
final class OptionReader {
  private static final Map<String, MixedAnswers> MIXED_ANSWERS =
      new TreeMap<>(Map.of("deny", MixedAnswers.DENY, "filter", MixedAnswers.FILTER));
  private static final Map<String, Boolean> FLAGS =
      new TreeMap<>(Map.of("true", true, "false", false));
  private static final Map<String, TargetTrait> TRAITS =
      Arrays.stream(TargetTrait.values())
          .collect(Collectors.toMap(Words::of, trait -> trait, (a, b) -> a, TreeMap::new));

  private OptionReader() {}

  static Optional<TargetOptions> target(Node node, Problems problems) {
    return Fields.of(node, "`target`", List.of("admit", "refuse"), problems)
        .map(fields -> new TargetOptions(traits(fields, "admit"), traits(fields, "refuse")));
  }

  private static Set<TargetTrait> traits(Fields fields, String key) {
    Set<TargetTrait> traits = EnumSet.noneOf(TargetTrait.class);
    for (Scalar text : fields.texts(key)) {
      Values.word(text, "trait", TRAITS, fields.problems()).ifPresent(traits::add);
    }
    return traits;
  }

  static Optional<AddressOptions> addresses(Node node, Problems problems) {
    List<String> keys = List.of("mixed-answers", "nat64-prefixes", "nat64-judged-inside");
    return Fields.of(node, "`addresses`", keys, problems)
        .map(
            fields ->
                new AddressOptions(
                    word(fields, "mixed-answers", MIXED_ANSWERS).orElse(MixedAnswers.DENY),
                    nat64Prefixes(fields),
                    word(fields, "nat64-judged-inside", FLAGS).orElse(false)));
  }

  private static <T> Optional<T> word(Fields fields, String key, Map<String, T> words) {
    return fields.text(key).flatMap(text -> Values.word(text, "value", words, fields.problems()));
  }

  private static List<Cidr> nat64Prefixes(Fields fields) {
    List<Cidr> prefixes = new ArrayList<>();
    for (Scalar text : fields.texts("nat64-prefixes")) {
      Values.entry(text, Code.MALFORMED_CIDR, Cidr::parse, fields.problems())
          .ifPresent(prefixes::add);
    }
    return prefixes;
  }
}
