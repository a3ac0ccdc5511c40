package io.egressrules.engine.enforce;

import io.egressrules.EgressDeniedException;
import io.egressrules.EgressRequest;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.net.GateRule;
import io.egressrules.net.MalformedException;
import io.egressrules.net.Scheme;
import io.egressrules.net.Target;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which answers redirect, and into what (RFC 9110 section 15.4; Fetch standard, HTTP-redirect
 * fetch).
 *
 * @param limit how many redirects a call may follow
 * @param downgrade whether a redirect may lead from an encrypted scheme to one in the clear
 */
record RedirectRules(int limit, boolean downgrade) {
  static final RedirectRules STRICT = new RedirectRules(10, false);

  /** The request that an answer redirects to; null when it redirects to none. */
  @Nullable Redirect next(Admission from, int status, List<String> locations)
      throws EgressDeniedException {
    if (!isRedirect(status) || locations.isEmpty()) {
      return null;
    }
    Target target = target(from, locations);
    boolean lessSafe = from.target().scheme().isEncrypted() && !target.scheme().isEncrypted();
    if (from.hops() >= limit || !isHttp(target.scheme()) || (lessSafe && !downgrade)) {
      throw from.filter().denial(request(from, target), ReasonCode.REDIRECT_FORBIDDEN);
    }
    String method = Objects.requireNonNullElse(from.request().method(), "GET");
    String following = methodAfter(status, method);
    return new Redirect(
        from, target, following, sameOrigin(from.target(), target), following.equals(method));
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static boolean isHttp(Scheme scheme) {
    return scheme == Scheme.HTTP || scheme == Scheme.HTTPS;
  }

  private static boolean sameOrigin(Target one, Target other) {
    return one.scheme() == other.scheme()
        && one.host().equals(other.host())
        && one.port() == other.port();
  }

  private static String methodAfter(int status, String method) {
    boolean becomesGet =
        switch (status) {
          case 301, 302 -> method.equals("POST");
          case 303 -> !method.equals("HEAD");
          default -> false;
        };
    return becomesGet ? "GET" : method;
  }

  private static EgressRequest request(Admission from, Target target) {
    return EgressRequest.to(target)
        .subject(from.request().subject())
        .labels(from.request().labels())
        .build();
  }

  private static boolean isUrlCharacter(int c) {
    return c > ' ' && c < 0x7f && c != '\\';
  }

  /** The one Location, through the gate. */
  private static Target target(Admission from, List<String> locations)
      throws EgressDeniedException {
    Reason.Builder reason = Reason.builder(ReasonCode.TARGET_MALFORMED);
    String location = locations.get(0);
    if (!location.chars().allMatch(RedirectRules::isUrlCharacter)) {
      reason.gateRule(GateRule.CHARACTER);
    } else if (locations.size() == 1 && !location.isEmpty()) {
      try {
        return Target.parse(Reference.resolve(from.target(), location));
      } catch (MalformedException refused) {
        reason.gateRule(refused.rule());
      }
    }
    throw from.filter().denial(from.request(), reason.build());
  }
}
