package io.egressrules;

import io.egressrules.net.TargetTrait;
import io.egressrules.policy.RuleRef;
import io.egressrules.policy.TargetOptions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sentences of reasons. */
final class ReasonText {
  private static final int ALLOWED = 5;

  private ReasonText() {}

  static String publicText(Reason reason) {
    if (reason.code().level() == ALLOWED) {
      return "the outbound call is allowed";
    }
    return switch (reason.code().kind()) {
      case TARGET -> "the outbound call was refused: its target is not valid";
      case POLICY -> "the outbound call was refused by policy";
      case FAILURE -> "the outbound call was refused: it could not be checked";
    };
  }

  static String privateText(Reason reason) {
    StringBuilder text = new StringBuilder(sentence(reason));
    if (reason.address() != null) {
      text.append("; address ").append(reason.address());
      if (reason.addressClass() != null) {
        text.append(" is ").append(reason.addressClass().title());
      }
    }
    RuleRef rule = reason.rule();
    if (rule != null) {
      text.append("; rule ").append(rule);
      if (rule.owner() != null) {
        text.append(", owner ").append(rule.owner());
      }
      if (rule.ticket() != null) {
        text.append(", ticket ").append(rule.ticket());
      }
    }
    return text.toString();
  }

  /** What was found and where, and never the value. */
  private static String found(@Nullable Finding finding) {
    return finding == null
        ? "something"
        : "`%s` in the %s at byte %d"
            .formatted(
                finding.detector(),
                finding.place().name().toLowerCase(Locale.ROOT),
                finding.start());
  }

  private static String sentence(Reason reason) {
    return switch (reason.code()) {
      case TARGET_MALFORMED -> malformed(reason);
      case METHOD_MALFORMED -> "the method has a character that HTTP forbids";
      case HEADER_MALFORMED -> "a header has a character that HTTP forbids";
      case HOST_VIEW_DIFFERS -> "the client or a Host header names another host than the target";
      case METADATA_HOST -> "the host is a cloud metadata service";
      case ADDRESS_GUARDED -> "the address is never allowed";
      case ADDRESS_NOT_VETTED -> "the client was about to dial an address that was not vetted";
      case DENIED_BY_RULE -> "a deny rule matches";
      case ADDRESS_SPECIAL ->
          "the address is special-purpose; a `grant` on the allow rule would admit it";
      case CLEARTEXT_FORBIDDEN -> "the allow rule requires tls; use https";
      case SCHEME_FORBIDDEN -> "the allow rule does not list this scheme under `schemes`";
      case PORT_FORBIDDEN -> "the allow rule does not list this port under `ports`";
      case METHOD_FORBIDDEN -> "the allow rule does not list this method under `methods`";
      case PATH_FORBIDDEN -> "the allow rule does not match this path under `paths`";
      case DLP_MATCH ->
          "the inspection found " + found(reason.finding()) + ", which must not leave";
      case ALLOWED_BY_RULE -> "an allow rule matches";
      case ADDRESS_PENDING -> "an allow rule may match; the addresses decide";
      case REPORT_ONLY -> "denials of this subject are reported only";
      case NO_RULE_MATCHED -> "no allow rule matches";
      case RULE_EXPIRED -> "the rule that allowed this has expired";
      case ADDRESS_MIXED -> "some addresses of the answer are denied" + cause(reason);
      case DNS_EMPTY -> "the name has no address";
      case DNS_FAILED -> "the name could not be resolved";
      case OBLIGATION_UNMET -> "the client cannot do what the decision obliges it to";
      case INSPECTION_UNAVAILABLE ->
          "the allow rule requires inspection by a profile that no inspector of the guard offers;"
              + " correct `inspect` in the rule, or give the guard an inspector of this policy";
      case INSPECTION_FAILED -> "the inspection failed";
      case REDIRECT_FORBIDDEN -> "the redirect is not followed";
      case PROXY_FORBIDDEN -> "the client would use a proxy that the guard was not told of";
      case INTERNAL_FAILURE -> "the filter failed inside; nothing is allowed";
    };
  }

  private static String malformed(Reason reason) {
    if (reason.gateRule() != null) {
      return "the target is refused by gate rule "
          + reason.gateRule()
          + ": "
          + reason.gateRule().sentence();
    }
    return reason.trait() == null ? "the target is not valid" : refused(reason.trait());
  }

  private static String refused(TargetTrait trait) {
    String word = trait.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String fix =
        TargetOptions.REFUSED_BY_DEFAULT.contains(trait)
            ? "`target: {admit: [" + word + "]}` admits it"
            : "remove `" + word + "` from `target: {refuse: [..]}` to admit it";
    return "the policy refuses targets with the trait `" + word + "`; " + fix;
  }

  private static String cause(Reason reason) {
    return reason.cause() == null ? "" : " (" + reason.cause() + ")";
  }
}
