package io.egressrules;

import io.egressrules.net.AddressSpace;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainName;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.Host;
import io.egressrules.net.IpAddress;
import io.egressrules.net.PathPattern;
import io.egressrules.net.PortRange;
import io.egressrules.net.Scheme;
import io.egressrules.net.Target;
import io.egressrules.net.UrlParts;
import io.egressrules.policy.AddressOptions;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Conditions;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.DetectorDefinition;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Entries;
import io.egressrules.policy.Group;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.InspectionBudget;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Problem;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import io.egressrules.policy.RuleRef;
import io.egressrules.policy.SourceLocation;
import io.egressrules.policy.TargetOptions;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A valid value of every type that a public method takes or belongs to; a new one each time.
 *
 * @param text the value of a text
 * @param entry the value of an entry of a list of texts
 */
record Samples(String text, String entry) {
  /** One of them is taken wherever a text is. */
  private static final List<String> TEXTS =
      List.of("a", "/", "::1", "::1/128", "443", "a.test:443", "http", "https://a.test/");

  private static final Map<Class<?>, Supplier<?>> BY_TYPE = new HashMap<>();

  static {
    jdk();
    net();
    policy();
    deciding();
  }

  static Stream<Samples> all() {
    return TEXTS.stream().flatMap(text -> TEXTS.stream().map(entry -> new Samples(text, entry)));
  }

  Object[] of(Type[] types) {
    return Arrays.stream(types).map(this::of).toArray();
  }

  private Object of(Type type) {
    if (type == String.class) {
      return text;
    }
    if (type == String[].class) {
      return new String[] {entry};
    }
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == List.class) {
        return List.of(of(element));
      }
      if (generic.getRawType() == Set.class) {
        return Set.of(of(element));
      }
      return of((Class<?>) generic.getRawType());
    }
    return type instanceof Class<?> known ? of(known) : entry;
  }

  static Object of(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (!BY_TYPE.containsKey(type)) {
      throw new AssertionError("no sample of " + type + "; add one");
    }
    return BY_TYPE.get(type).get();
  }

  private static <T> void put(Class<T> type, Supplier<? extends T> sample) {
    BY_TYPE.put(type, sample);
  }

  private static void jdk() {
    put(boolean.class, () -> true);
    put(int.class, () -> 1);
    put(long.class, () -> 1L);
    put(double.class, () -> 1d);
    put(Duration.class, () -> Duration.ofSeconds(1));
    put(byte[].class, () -> new byte[4]);
    put(Object.class, Object::new);
    put(Map.class, Map::of);
    put(Collection.class, List::of);
    put(Instant.class, () -> Instant.EPOCH);
    put(URI.class, () -> URI.create("https://a.test/"));
    put(InetAddress.class, InetAddress::getLoopbackAddress);
  }

  private static void net() {
    put(Host.class, () -> DomainName.parse("a.test"));
    put(DomainName.class, () -> DomainName.parse("a.test"));
    put(IpAddress.class, () -> IpAddress.parse("128.0.0.0"));
    put(Cidr.class, () -> Cidr.parse("192.0.2.0/24"));
    put(DomainPattern.class, () -> DomainPattern.parse(".a.test"));
    put(PathPattern.class, () -> PathPattern.parse("/v1/**"));
    put(AddressSpace.class, () -> AddressSpace.LATEST);
    put(UrlParts.class, UrlParts::new);
    put(Scheme[].class, Scheme::values);
    put(PortRange.class, () -> PortRange.of(443));
    put(Target.class, () -> Target.parse("https://a.test/"));
  }

  private static void policy() {
    put(SourceLocation.class, () -> SourceLocation.BUILDER);
    put(RuleRef.class, Samples::rule);
    put(Problem.class, () -> Problem.error("code", SourceLocation.BUILDER, "message"));
    put(Requirement.class, () -> Requirement.NONE);
    put(TargetOptions.class, () -> TargetOptions.DEFAULT);
    put(AddressOptions.class, () -> AddressOptions.STRICT);
    put(
        ReportOnly.class,
        () -> new ReportOnly(List.of("*"), Instant.EPOCH, null, SourceLocation.BUILDER));
    put(DetectorDefinition.class, () -> DetectorDefinition.of("d", "x"));
    put(InspectionBudget.class, () -> InspectionBudget.DEFAULT);
    put(InspectionProfile.class, Samples::profile);
    put(InspectionProfile.Builder.class, () -> InspectionProfile.builder("p").detectors("d"));
    put(Entries.class, Entries::none);
    put(Group.class, () -> Group.of("g", List.of(), SourceLocation.BUILDER));
    put(Condition.class, () -> Condition.builder().build());
    put(Condition.Builder.class, Condition::builder);
    put(Conditions.class, Condition::builder);
    put(Rule.class, () -> Rule.allow("r").build());
    put(Rule.Builder.class, () -> Rule.allow("r"));
    put(Policy.class, () -> Policy.builder("p").build());
    put(Policy.Builder.class, () -> Policy.builder("p"));
  }

  private static void deciding() {
    put(Obligation.class, () -> Obligation.RequireTls.INSTANCE);
    put(Advice.class, () -> new Advice.RuleEnds(rule(), Instant.EPOCH));
    put(Finding.class, Samples::finding);
    put(
        Explanation.Step.class,
        () -> new Explanation.Step(rule(), Explanation.Result.MATCHED, null, false));
    put(BodyFacts.class, () -> BodyFacts.declared(0, null, null));
    put(Headers.class, () -> Headers.NONE);
    put(Headers.Builder.class, Headers::builder);
    put(EgressRequest.class, () -> EgressRequest.toUrl("https://a.test/").build());
    put(EgressRequest.Builder.class, () -> EgressRequest.toUrl("https://a.test/"));
    put(EgressFilter.class, DenyingFilter::new);
    put(PreparedTarget.class, () -> new DenyingFilter().prepare(Target.parse("https://a.test/")));
    put(UrlCall.class, () -> UrlCall.by("a"));
    put(Reason.class, () -> Reason.of(ReasonCode.NO_RULE_MATCHED));
    put(Reason.Builder.class, () -> Reason.builder(ReasonCode.NO_RULE_MATCHED));
    put(Outcome.class, () -> new Outcome(Effect.DENY, Reason.of(ReasonCode.NO_RULE_MATCHED)));
    put(
        Decision.class,
        () -> Decision.deny(Phase.REQUEST, Reason.of(ReasonCode.NO_RULE_MATCHED), "sha256:1"));
  }

  private static InspectionProfile profile() {
    return InspectionProfile.builder("p").detectors("d").build();
  }

  private static RuleRef rule() {
    return new RuleRef("r", SourceLocation.BUILDER, null, null, null);
  }

  private static Finding finding() {
    return new Finding(
        "jwt", Finding.Place.BODY, 0, 3, Confidence.LIKELY, InspectionAction.DENY, "5f3a", "eyJ…");
  }
}
