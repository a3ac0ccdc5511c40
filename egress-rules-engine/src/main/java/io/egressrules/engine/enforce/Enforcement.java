package io.egressrules.engine.enforce;

import io.egressrules.BodyFacts;
import io.egressrules.Capability;
import io.egressrules.Decision;
import io.egressrules.EgressDeniedException;
import io.egressrules.EgressRequest;
import io.egressrules.Headers;
import io.egressrules.ReasonCode;
import io.egressrules.net.DomainName;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Target;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sequence that every call of one guarded client goes through: REQUEST, CONNECT, BODY. The
 * package description says how an adapter walks it.
 *
 * <p>Each step gives what the next one needs or throws {@link EgressDeniedException}, and nothing
 * else. Safe for use by several threads.
 */
public final class Enforcement {
  private final EgressGuard guard;
  private final ClientAbilities installed;
  private final ClientAbilities abilities;
  private final Discharge discharge;

  Enforcement(EgressGuard guard, ClientAbilities installed, ClientAbilities abilities) {
    this.guard = guard;
    this.installed = installed;
    this.abilities = abilities;
    this.discharge = new Discharge(abilities, guard.inspectors(), guard.hold());
  }

  /**
   * The sequence for such calls of the same client as less can be enforced on, for example because
   * they have no body that could be inspected before it leaves.
   *
   * @param capability what cannot be done for these calls; a decision that obliges to it denies
   *     them
   * @return the sequence for these calls
   */
  public Enforcement lacking(Capability capability) {
    return new Enforcement(guard, installed, abilities.without(capability));
  }

  /**
   * REQUEST: decides a call before any name is resolved.
   *
   * @param facts the URL, method, header fields and declared body of the call, as the client has
   *     them
   * @param caller who calls out, as far as this call says; the guard completes it
   * @return the admission, whose URL is to be sent
   * @throws EgressDeniedException if the call is denied
   */
  public Admission request(EgressRequest.Builder facts, Caller caller)
      throws EgressDeniedException {
    PinnedFilter filter = PinnedFilter.of(guard);
    return filter.step(
        facts.build(),
        () -> {
          Caller who = caller.orElse(guard.caller());
          EgressRequest request = facts.subject(who.subject()).labels(who.labels()).build();
          return admit(filter, request, null);
        });
  }

  /**
   * REQUEST again: decides the request that an answer redirects to, by the policy of that moment.
   *
   * @param redirect where the answer leads
   * @param headers the header fields of the request that follows
   * @param body what is declared of its body, or null when it has none
   * @return the admission, which remembers where it was redirected from
   * @throws EgressDeniedException if the request is denied
   */
  public Admission follow(Redirect redirect, Headers headers, @Nullable BodyFacts body)
      throws EgressDeniedException {
    PinnedFilter filter = PinnedFilter.of(guard, redirect.from());
    EgressRequest request = redirect.request(headers, body);
    return filter.step(request, () -> admit(filter, request, redirect.from()));
  }

  private Admission admit(
      PinnedFilter filter, EgressRequest request, @Nullable Admission redirectedFrom)
      throws EgressDeniedException {
    if (request.headers().isMalformed()) {
      throw filter.denial(request, ReasonCode.HEADER_MALFORMED);
    }
    if (!filter.isWithin(guard, installed)) {
      throw filter.denial(request, ReasonCode.OBLIGATION_UNMET);
    }
    Decision decision = filter.require(request);
    Target target = request.target();
    if (target == null) {
      throw filter.denial(request, ReasonCode.TARGET_MALFORMED);
    }
    if (!ClientView.hostFieldsAgree(request.headers(), target)) {
      throw filter.denial(request, ReasonCode.HOST_VIEW_DIFFERS);
    }
    if (target.host() instanceof DomainName && !abilities.can(Capability.ADDRESSES)) {
      throw filter.denial(request, ReasonCode.OBLIGATION_UNMET);
    }
    discharge.require(filter, request, decision);
    discharge.inspectHead(filter, request, decision);
    return Admission.direct(filter, request, target, decision, redirectedFrom);
  }

  /**
   * Compares the client's own reading of what it sends with what was decided.
   *
   * @param admission the step before
   * @param view what the client reads
   * @throws EgressDeniedException if they differ in anything
   */
  public void agree(Admission admission, ClientView view) throws EgressDeniedException {
    if (!view.agreesWith(admission.target())) {
      throw admission.filter().denial(admission.request(), ReasonCode.HOST_VIEW_DIFFERS);
    }
  }

  /**
   * Settles whether the call goes through a proxy. Only the client's first choice counts: what it
   * would fall back to is never used.
   *
   * @param admission the step before
   * @param choice gives the client's proxies in its order of preference; none means a direct call
   * @return an admission that goes direct or through a declared proxy
   * @throws EgressDeniedException if the client's choice is not declared, or if only its addresses
   *     could allow the call, which a proxy does not tell
   */
  public Admission via(Admission admission, Supplier<List<Proxy>> choice)
      throws EgressDeniedException {
    PinnedFilter filter = admission.filter();
    return filter.step(
        admission.request(),
        () -> {
          List<Proxy> proxies = choice.get();
          if (proxies.isEmpty() || proxies.get(0).type() == Proxy.Type.DIRECT) {
            return admission;
          }
          DeclaredProxy proxy = guard.declared(proxies.get(0));
          if (proxy == null) {
            throw filter.denial(admission.request(), ReasonCode.PROXY_FORBIDDEN);
          }
          return AddressesUnchecked.record(admission, proxy);
        });
  }

  /**
   * CONNECT: resolves the host and decides again with all its addresses.
   *
   * @param admission the step before
   * @return the addresses that may be dialled
   * @throws EgressDeniedException if the host has no address or the call is denied
   */
  public Vetted connect(Admission admission) throws EgressDeniedException {
    PinnedFilter filter = admission.filter();
    return filter.step(
        admission.request(),
        () -> {
          List<IpAddress> addresses = guard.resolver().resolve(admission.dialledHost());
          if (addresses == null) {
            throw filter.denial(admission.request(), ReasonCode.DNS_FAILED);
          }
          return vet(admission, addresses);
        });
  }

  /**
   * CONNECT for a connection that exists: decides with the one address that it leads to.
   *
   * @param admission the step before
   * @param remote the address that the connection leads to
   * @return that address
   * @throws EgressDeniedException if the call is denied, or the host is another address
   */
  public Vetted reuse(Admission admission, InetAddress remote) throws EgressDeniedException {
    PinnedFilter filter = admission.filter();
    return filter.step(
        admission.request(),
        () -> {
          IpAddress address = IpAddress.of(remote);
          Vetted vetted = vet(admission, List.of(address));
          boolean isOther =
              admission.dialledHost() instanceof IpAddress literal
                  && !literal.unmapped().equals(address.unmapped());
          if (isOther) {
            throw filter.denial(vetted.request(), ReasonCode.ADDRESS_NOT_VETTED);
          }
          return vetted;
        });
  }

  /** The proxy's addresses are nobody's business but the application's, which declared it. */
  private Vetted vet(Admission admission, List<IpAddress> addresses) throws EgressDeniedException {
    PinnedFilter filter = admission.filter();
    boolean direct = admission.proxy() == null;
    EgressRequest request =
        direct ? admission.request().withAddresses(addresses) : admission.request();
    Decision decision = direct ? filter.require(request) : admission.decision();
    if (addresses.isEmpty()) {
      throw filter.denial(request, ReasonCode.DNS_EMPTY);
    }
    discharge.require(filter, request, decision);
    List<IpAddress> vetted = Discharge.connectOnlyTo(decision, addresses);
    if (vetted.isEmpty()) {
      throw filter.denial(request, ReasonCode.ADDRESS_NOT_VETTED);
    }
    return new Vetted(admission, request, decision, vetted);
  }

  /**
   * Checks what is about to be dialled, or what a connection leads to.
   *
   * @param vetted the step before
   * @param remote the address and port about to be dialled
   * @throws EgressDeniedException if the address was not vetted or the port is another
   */
  public void dial(Vetted vetted, InetSocketAddress remote) throws EgressDeniedException {
    InetAddress address = remote.getAddress();
    boolean admitted =
        address != null && remote.getPort() == vetted.port() && vetted.admits(address);
    if (!admitted) {
      throw vetted.admission().filter().denial(vetted.request(), ReasonCode.ADDRESS_NOT_VETTED);
    }
  }

  /**
   * BODY: what the body passes through before it leaves. The URL and the header fields are
   * inspected now.
   *
   * @param vetted the step before
   * @param headers the header fields as they are sent, with what the client has added
   * @param body what is declared of the body as it is sent, or null when there is none
   * @return a gate, which the client must close
   * @throws EgressDeniedException if what was found so far denies the call
   */
  public BodyGate body(Vetted vetted, Headers headers, @Nullable BodyFacts body)
      throws EgressDeniedException {
    PinnedFilter filter = vetted.admission().filter();
    EgressRequest request = vetted.sending(headers, body);
    Decision admitted = vetted.admission().decision();
    return filter.step(request, () -> discharge.gate(filter, request, admitted, vetted.decision()));
  }

  /**
   * The request that an answer redirects to. A client that is guarded follows redirects in no other
   * way.
   *
   * @param admission the request that was answered
   * @param status the answer's status
   * @param locations the values of the answer's {@code Location} fields
   * @return the request to follow with; empty when the answer redirects to none
   * @throws EgressDeniedException if there are too many redirects, or this one has a malformed
   *     location or leads from an encrypted scheme to one in the clear
   */
  public Optional<Redirect> redirect(Admission admission, int status, List<String> locations)
      throws EgressDeniedException {
    return admission
        .filter()
        .step(
            admission.request(),
            () -> Optional.ofNullable(guard.redirects().next(admission, status, locations)));
  }
}
