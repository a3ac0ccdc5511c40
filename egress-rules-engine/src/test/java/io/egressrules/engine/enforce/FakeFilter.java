package io.egressrules.engine.enforce;

import io.egressrules.Advice;
import io.egressrules.Capability;
import io.egressrules.Decision;
import io.egressrules.EgressCall;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Explanation;
import io.egressrules.Obligation;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.net.Host;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Target;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A filter written by hand, so that what surrounds a filter is tested without one: it allows the
 * hosts it was told, at the addresses it was told, with the obligations it was told.
 */
public final class FakeFilter implements EgressFilter {
  private final Map<Host, List<Obligation>> hosts = new LinkedHashMap<>();
  private final Set<IpAddress> addresses = new HashSet<>();
  private final Set<Capability> needs = EnumSet.of(Capability.REQUEST);
  private Function<EgressRequest, @Nullable ReasonCode> denies = request -> null;
  private boolean filtersMixed;
  private ReasonCode allowedAs = ReasonCode.ALLOWED_BY_RULE;
  private String id = "fake";

  public FakeFilter allow(String host, Obligation... obligations) {
    hosts.put(Host.parse(host), List.of(obligations));
    return this;
  }

  public FakeFilter at(String... allowed) {
    for (String address : allowed) {
      addresses.add(IpAddress.parse(address));
    }
    return this;
  }

  public FakeFilter denyWhen(Function<EgressRequest, @Nullable ReasonCode> reason) {
    denies = reason;
    return this;
  }

  public FakeFilter filterMixed() {
    filtersMixed = true;
    return this;
  }

  public FakeFilter pending() {
    allowedAs = ReasonCode.ADDRESS_PENDING;
    return this;
  }

  public FakeFilter needs(Capability... all) {
    needs.addAll(List.of(all));
    return this;
  }

  public FakeFilter id(String policyId) {
    id = policyId;
    return this;
  }

  @Override
  public Decision decide(EgressCall call) {
    EgressRequest request = call.toRequest();
    Target target = request.target();
    if (target == null) {
      Reason.Builder reason = Reason.builder(ReasonCode.TARGET_MALFORMED);
      return deny(
          request, request.malformed() == null ? reason : reason.gateRule(request.malformed()));
    }
    ReasonCode denied = denies.apply(request);
    List<Obligation> obligations = hosts.get(target.host());
    if (denied != null || obligations == null) {
      return deny(request, Reason.builder(denied == null ? ReasonCode.NO_RULE_MATCHED : denied));
    }
    List<IpAddress> known = known(request, target);
    return known == null
        ? allow(request, obligations, Obligation.CheckAddresses.INSTANCE)
        : atAddresses(request, obligations, known);
  }

  private static @Nullable List<IpAddress> known(EgressRequest request, Target target) {
    List<IpAddress> known = new ArrayList<>();
    if (target.host() instanceof IpAddress literal) {
      known.add(literal);
    } else if (request.addresses() == null) {
      return null;
    }
    known.addAll(request.addresses() == null ? List.of() : request.addresses());
    return known;
  }

  private Decision atAddresses(
      EgressRequest request, List<Obligation> obligations, List<IpAddress> known) {
    List<IpAddress> allowed = known.stream().filter(addresses::contains).toList();
    if (known.isEmpty()) {
      return deny(request, Reason.builder(ReasonCode.DNS_EMPTY));
    }
    if (allowed.isEmpty()) {
      return deny(request, Reason.builder(ReasonCode.ADDRESS_GUARDED));
    }
    if (allowed.size() == known.size()) {
      return allow(request, obligations, null);
    }
    return filtersMixed
        ? allow(request, obligations, new Obligation.ConnectOnlyTo(allowed))
        : deny(request, Reason.builder(ReasonCode.ADDRESS_MIXED).cause(ReasonCode.ADDRESS_GUARDED));
  }

  private Decision allow(
      EgressRequest request, List<Obligation> obligations, @Nullable Obligation more) {
    List<Obligation> all = new ArrayList<>(obligations);
    if (more != null) {
      all.add(more);
    }
    return Decision.allow(request.phase(), Reason.of(allowedAs), all, List.<Advice>of(), id);
  }

  private Decision deny(EgressRequest request, Reason.Builder reason) {
    return Decision.deny(request.phase(), reason.build(), id);
  }

  @Override
  public Explanation explain(EgressRequest request) {
    return new Explanation(decide(request), List.of(), null, "add the host to `hosts`");
  }

  @Override
  public String policyId() {
    return id;
  }

  @Override
  public Set<Capability> needs() {
    return needs;
  }
}
