package io.egressrules.examples.corpus;

import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Obligation;
import io.egressrules.engine.EgressRules;
import io.egressrules.net.Cidr;
import io.egressrules.net.Host;
import io.egressrules.net.IpAddress;
import io.egressrules.net.MalformedException;
import io.egressrules.net.Scheme;
import io.egressrules.net.Target;
import io.egressrules.policy.PolicyException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Asks the library, through its public interface, what it says of a case. */
final class Decider {
  private static final int HTTPS_PORT = Scheme.HTTPS.defaultPort();

  private Decider() {}

  static Verdict decide(CorpusCase input) {
    try {
      return switch (input.kind()) {
        case "cidr" -> accepted(Cidr.parse(input.input()).toString());
        case "pattern" -> pattern(input.input());
        case "hostport" -> authority(input);
        case "ip" -> input.has("public-only") || hasRules(input) ? address(input) : literal(input);
        case "host", "resolved" ->
            input.has("to-ascii") || input.has("parse-host-lenient")
                ? accepted(Host.parse(input.input()).toString())
                : byPolicy(input, target(Host.parse(input.input()), HTTPS_PORT));
        default -> byPolicy(input, EgressRequest.toUrl(input.input()).method("GET").build());
      };
    } catch (MalformedException refused) {
      return Verdict.INVALID;
    }
  }

  private static boolean hasRules(CorpusCase input) {
    return !input.values("cidr-allow").isEmpty()
        || input.has("any-host")
        || !input.values("allow").isEmpty();
  }

  private static Verdict accepted(String canonical) {
    return Verdict.allow(canonical);
  }

  private static Verdict pattern(String text) {
    try {
      EgressRules.compile(EgressRules.read(HostNames.ruleFor(text), "(case)", Path.of("")));
      return accepted(text.toLowerCase(Locale.ROOT));
    } catch (PolicyException refused) {
      return Verdict.INVALID;
    }
  }

  private static Verdict authority(CorpusCase input) {
    if (input.has("parse-host-lenient")) {
      return accepted(Host.parse(input.input()).toString());
    }
    String scheme = input.values("default-scheme").stream().findFirst().orElse("");
    if (scheme.isEmpty() && !input.input().matches(".*:\\d+")) {
      return Verdict.INVALID;
    }
    Target target =
        Target.ofAuthority(scheme.isEmpty() ? Scheme.HTTPS : Scheme.parse(scheme), input.input());
    return accepted(target.host() + ":" + target.port());
  }

  private static Verdict literal(CorpusCase input) {
    IpAddress address = IpAddress.parse(input.input());
    boolean wanted =
        input.has("parse-ip")
            || address.isIpv4() == input.has("parse-ip4")
            || !address.isIpv4() == input.has("parse-ip6");
    return wanted ? accepted(address.toString()) : Verdict.INVALID;
  }

  private static Verdict address(CorpusCase input) {
    int port =
        input.tokens().stream()
            .filter(token -> token.startsWith("port="))
            .map(token -> Integer.parseInt(token.substring("port=".length())))
            .findFirst()
            .orElse(HTTPS_PORT);
    return byPolicy(input, target(IpAddress.parse(input.input()), port));
  }

  private static EgressRequest target(Host host, int port) {
    return EgressRequest.to(Target.of(Scheme.HTTPS, host, port, "/")).method("GET").build();
  }

  private static Verdict byPolicy(CorpusCase input, EgressRequest request) {
    Target target = request.target();
    if (target == null) {
      return Verdict.INVALID;
    }
    EgressFilter filter = EgressRules.compile(CasePolicy.of(input));
    Decision decision = filter.decide(request);
    if (decision.isAllowed() && mustResolve(decision) && input.answers() != null) {
      decision = filter.decide(request.withAddresses(addresses(input.answers())));
    }
    return decision.isAllowed() ? Verdict.allow(target.host().toString()) : Verdict.DENY;
  }

  private static boolean mustResolve(Decision decision) {
    return decision.obligations().contains(Obligation.CheckAddresses.INSTANCE);
  }

  private static List<IpAddress> addresses(List<String> answers) {
    return answers.stream().map(IpAddress::parse).toList();
  }
}
