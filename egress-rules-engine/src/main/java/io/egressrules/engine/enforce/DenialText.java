package io.egressrules.engine.enforce;

import io.egressrules.BodyFacts;
import io.egressrules.Decision;
import io.egressrules.EgressRequest;
import io.egressrules.Explanation;
import io.egressrules.Finding;
import io.egressrules.net.Target;
import org.jspecify.annotations.Nullable;

/**
 * The sentence that the owners of a service read when a call is denied: where to, which code, which
 * rule, and what to change. Never the path, query, headers or body.
 */
final class DenialText {
  private DenialText() {}

  static String of(
      EgressRequest request,
      @Nullable Target redirectedFrom,
      Decision decision,
      @Nullable Explanation explanation) {
    StringBuilder text = new StringBuilder("egress denied");
    Target target = request.target();
    if (target != null && !holdsFindingInHost(request)) {
      text.append(" to `").append(target).append('`');
    }
    if (redirectedFrom != null) {
      text.append(", redirected from `").append(redirectedFrom).append('`');
    }
    text.append(": ").append(decision.reason().code());
    text.append(": ").append(decision.reason().privateText());
    if (explanation != null && explanation.nearest() != null) {
      text.append("; nearest: ").append(explanation.nearest());
    }
    if (explanation != null && explanation.suggestion() != null) {
      text.append("; to change: ").append(explanation.suggestion());
    }
    return oneLine(text);
  }

  /** Then the host itself is what must not be repeated. */
  private static boolean holdsFindingInHost(EgressRequest request) {
    BodyFacts body = request.body();
    return body != null
        && body.findings() != null
        && body.findings().stream().anyMatch(finding -> finding.place() == Finding.Place.HOST);
  }

  private static String oneLine(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        text.setCharAt(i, ' ');
      }
    }
    return text.toString();
  }
}
