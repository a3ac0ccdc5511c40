package io.egressrules.examples.scan;

import io.egressrules.dlp.DlpInspector;
import io.egressrules.engine.EgressRules;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.InspectionBudget;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is looked for, as an inspector that reports everything and denies nothing. */
final class Search {
  private static final String EVERYTHING = "everything";

  /** The names of kinds, and of the profiles that exist without being written. */
  private static final List<String> KINDS = List.of("secrets", "personal-data", "own");

  private static final InspectionBudget UNBOUNDED =
      new InspectionBudget(Long.MAX_VALUE, Duration.ofDays(365), InspectionAction.REPORT);

  private Search() {}

  /**
   * The inspector that some options mean.
   *
   * @throws io.egressrules.policy.PolicyException if the policy has a problem
   * @throws WrongArgument if there is no such profile, or a detector or the key is not usable
   */
  static DlpInspector of(Options options) {
    Path file = options.policy();
    Policy policy = file == null ? Policy.builder("none").build() : EgressRules.read(file);
    InspectionProfile named = named(policy, options.profile());
    Policy.Builder search = Policy.builder("scan");
    policy.detectors().forEach(search::detector);
    search.profile(profile(named, options.confidence()));
    search.rule(
        Rule.allow("files")
            .anyHost("files go nowhere")
            .require(Requirement.NONE.inspect(named.name())));
    try {
      return inspector(search.build(), options.key());
    } catch (IllegalArgumentException unusable) {
      throw new WrongArgument(unusable.getMessage());
    }
  }

  private static InspectionProfile named(Policy policy, @Nullable String name) {
    if (name == null) {
      return InspectionProfile.builder(EVERYTHING).detectors(KINDS.toArray(String[]::new)).build();
    }
    InspectionProfile profile = policy.profiles().get(name);
    if (profile != null) {
      return profile;
    }
    if (!KINDS.contains(name)) {
      throw new WrongArgument("there is no profile `" + name + "`");
    }
    return InspectionProfile.builder(name).detectors(name).build();
  }

  private static InspectionProfile profile(
      InspectionProfile named, @Nullable Confidence confidence) {
    return InspectionProfile.builder(named.name())
        .detectors(named.detectors().toArray(String[]::new))
        .confidence(confidence == null ? named.confidence() : confidence)
        .action(InspectionAction.REPORT)
        .unreadable(InspectionAction.REPORT)
        .budget(UNBOUNDED)
        .build();
  }

  private static DlpInspector inspector(Policy policy, @Nullable Path key) {
    DlpInspector.Builder inspector = DlpInspector.builder().policy(policy);
    return (key == null ? inspector : inspector.key(bytes(key))).build();
  }

  private static byte[] bytes(Path key) {
    try {
      return Files.readAllBytes(key);
    } catch (IOException unread) {
      throw new WrongArgument("the key `" + key + "` cannot be read");
    }
  }
}
