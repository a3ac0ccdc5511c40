package io.egressrules.engine.author;

import io.egressrules.engine.author.text.Code;
import io.egressrules.engine.author.text.Fields;
import io.egressrules.engine.author.text.Node;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.Values;
import io.egressrules.engine.author.text.Words;
import io.egressrules.net.Cidr;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.AddressOptions;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import io.egressrules.policy.TargetOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the options of a policy: {@code target} and {@code addresses}. */
final class OptionReader {
  private static final Map<String, MixedAnswers> MIXED_ANSWERS = Words.of(MixedAnswers.values());
  private static final Map<String, TargetTrait> TRAITS = Words.of(TargetTrait.values());

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
                    mixedAnswers(fields), nat64Prefixes(fields), nat64JudgedInside(fields)));
  }

  private static MixedAnswers mixedAnswers(Fields fields) {
    return fields
        .text("mixed-answers")
        .flatMap(text -> Values.word(text, "`mixed-answers`", MIXED_ANSWERS, fields.problems()))
        .orElse(MixedAnswers.DENY);
  }

  private static boolean nat64JudgedInside(Fields fields) {
    return fields
        .text("nat64-judged-inside")
        .flatMap(text -> Values.flag(text, "nat64-judged-inside", fields.problems()))
        .orElse(false);
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
