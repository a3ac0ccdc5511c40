package io.egressrules.engine.author;

import io.egressrules.engine.author.entry.Moment;
import io.egressrules.engine.author.entry.Quantity;
import io.egressrules.engine.author.text.Words;
import io.egressrules.engine.author.text.YamlText;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.DetectorDefinition;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.InspectionBudget;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Redaction;
import java.time.Duration;
import java.util.Collection;
import java.util.TreeMap;

/** Writes the detectors and inspection profiles of a policy, without what is so unless told. */
final class InspectionWriter {
  private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);

  private final Policy policy;
  private final YamlText out;

  InspectionWriter(Policy policy, YamlText out) {
    this.policy = policy;
    this.out = out;
  }

  void write() {
    if (!policy.detectors().isEmpty()) {
      out.mapping("detectors", () -> policy.detectors().forEach(this::detector));
    }
    if (!policy.profiles().isEmpty()) {
      out.mapping(
          "profiles", () -> new TreeMap<>(policy.profiles()).values().forEach(this::profile));
    }
  }

  private void detector(DetectorDefinition detector) {
    out.mapping(detector.id(), () -> words(detector));
  }

  private void words(DetectorDefinition detector) {
    out.texts("patterns", detector.patterns());
    texts("near", detector.near());
    String validator = detector.validator();
    if (validator != null) {
      out.text("validator", validator);
    }
    if (detector.entropyFloor() > 0) {
      out.literal("entropy", Quantity.format(detector.entropyFloor()));
    }
    texts("stop-words", detector.stopWords());
    word("confidence", detector.confidence(), Confidence.LIKELY);
  }

  private void profile(InspectionProfile profile) {
    out.mapping(profile.name(), () -> words(profile));
  }

  private void words(InspectionProfile profile) {
    out.texts("detectors", profile.detectors());
    word("confidence", profile.confidence(), Confidence.LIKELY);
    word("action", profile.action(), InspectionAction.DENY);
    if (!profile.actions().isEmpty()) {
      out.mapping(
          "actions",
          () -> new TreeMap<>(profile.actions()).forEach((id, to) -> out.text(id, Words.of(to))));
    }
    word("redaction", profile.redaction(), Redaction.MASK);
    texts("exempt", profile.exempt());
    if (!profile.exemptHeaders().equals(InspectionProfile.CREDENTIAL_HEADERS)) {
      out.texts("exempt-headers", profile.exemptHeaders());
    }
    if (!profile.reportOnly().isEmpty()) {
      out.mapping(
          "report-only",
          () ->
              new TreeMap<>(profile.reportOnly())
                  .forEach((id, until) -> out.literal(id, Moment.format(until))));
    }
    word("unreadable", profile.unreadable(), InspectionAction.DENY);
    if (!profile.budget().equals(InspectionBudget.DEFAULT)) {
      out.mapping("budget", () -> words(profile.budget()));
    }
  }

  private void words(InspectionBudget budget) {
    out.literal("bytes", Quantity.format(budget.bytes()));
    out.literal("milliseconds", Quantity.format(milliseconds(budget.time())));
    out.text("exhausted", Words.of(budget.exhausted()));
  }

  private static long milliseconds(Duration time) {
    if (time.toNanosPart() % 1_000_000 != 0) {
      throw new IllegalArgumentException(
          "a budget of a policy file is in whole milliseconds; round its time");
    }
    return time.compareTo(LONGEST) < 0 ? time.toMillis() : LONGEST.toMillis();
  }

  private void texts(String key, Collection<?> values) {
    if (!values.isEmpty()) {
      out.texts(key, values.stream().map(String::valueOf).toList());
    }
  }

  private <E extends Enum<E>> void word(String key, E constant, E usual) {
    if (!constant.equals(usual)) {
      out.text(key, Words.of(constant));
    }
  }
}
