package io.egressrules.engine.author;

import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.DetectorDefinition;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.InspectionBudget;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Redaction;
import io.egressrules.policy.SourceLocation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Detectors and profiles with every feature that a policy file can state. */
final class Inspections {
  private static final InspectionAction[] BLIND = {InspectionAction.REPORT, InspectionAction.DENY};

  private Inspections() {}

  /** Some detectors and profiles, each with a name of its own. */
  static Arbitrary<List<Consumer<Policy.Builder>>> any() {
    Arbitrary<List<Consumer<Policy.Builder>>> detectors =
        detector()
            .list()
            .ofMaxSize(3)
            .uniqueElements(DetectorDefinition::id)
            .map(all -> all.stream().map(Inspections::add).toList());
    Arbitrary<List<Consumer<Policy.Builder>>> profiles =
        profile()
            .list()
            .ofMaxSize(3)
            .uniqueElements(InspectionProfile::name)
            .map(all -> all.stream().map(Inspections::add).toList());
    return Combinators.combine(detectors, profiles)
        .as((first, second) -> Stream.concat(first.stream(), second.stream()).toList());
  }

  private static Consumer<Policy.Builder> add(DetectorDefinition detector) {
    return policy -> policy.detector(detector);
  }

  private static Consumer<Policy.Builder> add(InspectionProfile profile) {
    return policy -> policy.profile(profile);
  }

  private static Arbitrary<DetectorDefinition> detector() {
    Arbitrary<List<String>> words =
        Policies.text().filter(text -> !text.isEmpty()).list().ofMaxSize(3);
    Arbitrary<Double> entropy =
        Arbitraries.oneOf(
            Arbitraries.of(0.0, 0.5, 3.5, 8.0, Double.MIN_VALUE),
            Arbitraries.doubles().between(0, 8).ofScale(15));
    return Combinators.combine(
            id(),
            words.filter(patterns -> !patterns.isEmpty()),
            words,
            Policies.text().injectNull(0.5),
            entropy.map(Math::abs),
            words,
            Arbitraries.of(Confidence.values()))
        .as(
            (id, patterns, near, validator, floor, stopWords, confidence) ->
                new DetectorDefinition(
                    id,
                    patterns,
                    near,
                    validator,
                    floor,
                    stopWords,
                    confidence,
                    SourceLocation.BUILDER));
  }

  private static Arbitrary<InspectionProfile> profile() {
    Arbitrary<Consumer<InspectionProfile.Builder>> word =
        Arbitraries.oneOf(
            id().map(id -> profile -> profile.detectors(id)),
            Arbitraries.of(Confidence.values()).map(least -> profile -> profile.confidence(least)),
            action().map(action -> profile -> profile.action(action)),
            Combinators.combine(id(), action())
                .as((id, action) -> profile -> profile.action(id, action)),
            Arbitraries.of(Redaction.values()).map(form -> profile -> profile.redaction(form)),
            Policies.pattern()
                .map(DomainPattern::toString)
                .map(pattern -> profile -> profile.exempt(pattern)),
            Arbitraries.of("Cookie", "authorization", "X-Api-Key", "1", "true", "~")
                .array(String[].class)
                .ofMaxSize(3)
                .map(names -> profile -> profile.exemptHeaders(names)),
            Combinators.combine(id(), Policies.instant())
                .as((id, until) -> profile -> profile.reportOnly(id, until)),
            Arbitraries.of(BLIND).map(action -> profile -> profile.unreadable(action)),
            budget().map(budget -> profile -> profile.budget(budget)));
    return Combinators.combine(Policies.name(), id(), word.list().ofMaxSize(12))
        .as(Inspections::profile);
  }

  private static InspectionProfile profile(
      String name, String detector, List<Consumer<InspectionProfile.Builder>> words) {
    InspectionProfile.Builder profile = InspectionProfile.builder(name).detectors(detector);
    words.forEach(word -> word.accept(profile));
    return profile.build();
  }

  private static Arbitrary<InspectionBudget> budget() {
    Arbitrary<Long> most = Arbitraries.longs().between(1, 999_999_999_999_999_999L);
    return Combinators.combine(most, most.map(Duration::ofMillis), Arbitraries.of(BLIND))
        .as(InspectionBudget::new);
  }

  private static Arbitrary<InspectionAction> action() {
    return Arbitraries.of(InspectionAction.values());
  }

  private static Arbitrary<String> id() {
    Arbitrary<String> word =
        Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(6);
    return Arbitraries.oneOf(
        Arbitraries.of("secrets", "personal-data", "own", "no", "null", "1", "0x1", "12e3"),
        word.list().ofMinSize(1).ofMaxSize(3).map(words -> String.join("-", words)));
  }
}
