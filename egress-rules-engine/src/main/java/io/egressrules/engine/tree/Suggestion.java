package io.egressrules.engine.tree;

import io.egressrules.EgressRequest;
import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Target;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.RuleRef;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to change in a policy, or in the call, so that a denied call is allowed: lower-case
 * sentences in the words of the policy file. They name no path, which may be secret.
 */
final class Suggestion {
  private final EgressRequest request;
  private final Target target;

  Suggestion(EgressRequest request, Target target) {
    this.request = request;
    this.target = target;
  }

  /** What to change about a target that the policy refuses for how it is written. */
  static String admit(TargetTrait trait) {
    String word = trait.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "write the url without " + word + ", or add `target: {admit: [" + word + "]}`";
  }

  /** What to write when no rule comes close. */
  String forNewRule() {
    return "write an allow rule with `"
        + (target.host() instanceof IpAddress own
            ? "cidrs: [" + block(own)
            : "hosts: [" + target.host())
        + "]`";
  }

  /** What to change about the one condition that a rule misses. */
  @Nullable String forMiss(Miss miss, RuleRef rule, @Nullable IpAddress address) {
    String to = " to rule " + in(rule);
    return switch (miss) {
      case SUBJECTS ->
          request.subject().isEmpty()
              ? "state the subject of the call, which rule " + in(rule) + " asks for"
              : "add `subjects: [" + request.subject() + "]`" + to;
      case LABELS -> "state the labels that rule " + in(rule) + " asks for";
      case ANY_HOST -> "call by name; rule " + in(rule) + " is for names only";
      case CIDRS -> address == null ? null : "add `cidrs: [" + block(address) + "]`" + to;
      case GRANT -> address == null ? null : "add `grant: [" + block(address) + "]`" + to;
      case TLS -> "call with tls, which rule " + in(rule) + " requires";
      case SCHEMES -> "add `schemes: [" + target.scheme().text() + "]`" + to;
      case PORTS -> "add `ports: [" + target.port() + "]`" + to;
      case METHODS ->
          request.method() == null
              ? "state the method of the call, which rule " + in(rule) + " asks for"
              : "add `methods: [" + request.method() + "]`" + to;
      case PATHS -> "add the call's path to `paths` of rule " + in(rule);
      case HOSTS, EXCEPT, PENDING, NONE -> null;
    };
  }

  /** What to change about a host that is like a pattern. */
  String forHost(Nearest.Found found) {
    String pattern = String.valueOf(found.pattern());
    String rule = in(found.rule().ref());
    String add = "add `hosts: [" + target.host() + "]` to rule " + rule;
    return switch (found.likeness()) {
      case APEX -> apex(Objects.requireNonNull(found.pattern()).name().value(), pattern, rule);
      case SPELLING -> "did you mean `" + pattern + "` of rule " + rule + "? otherwise " + add;
      case SAME_DOMAIN, OTHER_CONDITION -> add;
    };
  }

  private String apex(String name, String pattern, String rule) {
    return "write `."
        + name
        + "` in place of `"
        + pattern
        + "` in rule "
        + rule
        + ", which then matches `"
        + target.host()
        + "` too";
  }

  private static Cidr block(IpAddress address) {
    return Cidr.enclosing(address, address.isIpv4() ? 32 : 128);
  }

  static String in(RuleRef rule) {
    return "`" + rule.id() + "` (" + rule.location() + ")";
  }
}
