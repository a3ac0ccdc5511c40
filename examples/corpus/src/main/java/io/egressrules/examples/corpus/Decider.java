package io.egressrules.examples.corpus;

import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Obligation;
import io.egressrules.ReasonCode;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.Iri;
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
        case "cidr" -> cidr(input.input());
        case "pattern" -> pattern(input.input());
        case "hostport" -> authority(input);
        case "ip" -> input.has("public-only") || hasRules(input) ? address(input) : literal(input);
        case "host", "resolved" ->
            input.has("to-ascii") || input.has("parse-host-lenient")
                ? finished(input.input())
                : byPolicy(input, target(Host.parse(host(input)), HTTPS_PORT));
        default -> byPolicy(input, EgressRequest.toUrl(url(input)).method("GET").build());
      };
    } catch (MalformedException refused) {
      return Verdict.INVALID;
    }
  }

  private static String url(CorpusCase input) {
    return input.has("ascii-only") ? input.input() : Iri.toAscii(input.input());
  }

  private static String host(CorpusCase input) {
    return Iri.authorityToAscii(input.input());
  }

  private static boolean hasRules(CorpusCase input) {
    return !input.values("cidr-allow").isEmpty()
        || input.has("any-host")
        || !input.values("allow").isEmpty();
  }

  private static Verdict accepted(String canonical) {
    return Verdict.allow(canonical);
  }

  private static Verdict cidr(String text) {
    try {
      return accepted(Cidr.parse(text).toString());
    } catch (IllegalArgumentException refused) {
      return Verdict.INVALID;
    }
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
      return finished(input.input());
    }
    String name = input.values("default-scheme").stream().findFirst().orElse("");
    Scheme scheme = name.isEmpty() ? Scheme.HTTPS : Scheme.parse(name);
    String text = Iri.authorityToAscii(input.input());
    Target target =
        !name.isEmpty() && isHost(text)
            ? Target.of(scheme, Host.parse(text), scheme.defaultPort(), "/")
            : Target.ofAuthority(scheme, text);
    return accepted(target.host() + ":" + target.port());
  }

  /** The corpus takes a host here as it is stored, where no dot stands for the root. */
  private static Verdict finished(String text) {
    return text.endsWith(".")
        ? Verdict.INVALID
        : accepted(Host.parse(Iri.authorityToAscii(text)).toString());
  }

  private static boolean isHost(String text) {
    try {
      return !text.startsWith("[") && !Host.parse(text).toString().isEmpty();
    } catch (MalformedException notAHost) {
      return false;
    }
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
    boolean undecided = decision.reason().code() == ReasonCode.ADDRESS_PENDING;
    return decision.isAllowed() && !undecided
        ? Verdict.allow(target.host().toString())
        : Verdict.DENY;
  }

  private static boolean mustResolve(Decision decision) {
    return decision.obligations().contains(Obligation.CheckAddresses.INSTANCE);
  }

  private static List<IpAddress> addresses(List<String> answers) {
    return answers.stream().map(IpAddress::parse).toList();
  }
}
