package io.egressrules.engine.enforce;

import io.egressrules.Decision;
import io.egressrules.EgressRequest;
import io.egressrules.net.Host;
import io.egressrules.net.Target;
import org.jspecify.annotations.Nullable;

/**
 * A request that was allowed before any name was resolved: the first step of the sequence, and what
 * the later ones go on from. Immutable.
 *
 * <p>It keeps the filter that decided, so that a policy swapped in meanwhile does not split one
 * request between two policies.
 */
public final class Admission {
  private final PinnedFilter filter;
  private final EgressRequest request;
  private final Target target;
  private final Decision decision;
  private final @Nullable Admission redirectedFrom;
  private final @Nullable DeclaredProxy proxy;

  private Admission(
      PinnedFilter filter,
      EgressRequest request,
      Target target,
      Decision decision,
      @Nullable Admission redirectedFrom,
      @Nullable DeclaredProxy proxy) {
    this.filter = filter;
    this.request = request;
    this.target = target;
    this.decision = decision;
    this.redirectedFrom = redirectedFrom;
    this.proxy = proxy;
  }

  static Admission direct(
      PinnedFilter filter,
      EgressRequest request,
      Target target,
      Decision decision,
      @Nullable Admission redirectedFrom) {
    return new Admission(filter, request, target, decision, redirectedFrom, null);
  }

  Admission through(DeclaredProxy declared, Decision recorded) {
    return new Admission(filter, request, target, recorded, redirectedFrom, declared);
  }

  PinnedFilter filter() {
    return filter;
  }

  /** Where the connection leads: to the target, or to the proxy. */
  Host dialledHost() {
    return proxy == null ? target.host() : proxy.host();
  }

  int dialledPort() {
    return proxy == null ? target.port() : proxy.port();
  }

  /**
   * What was decided, completed by the guard's subject and labels.
   *
   * @return the request, in phase REQUEST
   */
  public EgressRequest request() {
    return request;
  }

  /**
   * Where the call goes.
   *
   * @return the canonical target
   */
  public Target target() {
    return target;
  }

  /**
   * The URL that the client must send, in place of the one it was given.
   *
   * @return the canonical URL, which may hold secrets
   */
  public String url() {
    return target.url();
  }

  /**
   * The decision on the request.
   *
   * @return an allowing decision of phase REQUEST; with {@link AddressesUnchecked} advice where a
   *     proxy resolves the name
   */
  public Decision decision() {
    return decision;
  }

  /**
   * The proxy that the call goes through.
   *
   * @return the declared proxy, or null for a direct call
   */
  public @Nullable DeclaredProxy proxy() {
    return proxy;
  }

  /**
   * The request whose answer redirected here.
   *
   * @return the admission of the hop before, or null for the first
   */
  public @Nullable Admission redirectedFrom() {
    return redirectedFrom;
  }

  /**
   * How many redirects led here.
   *
   * @return 0 for the request that the caller made
   */
  public int hops() {
    return redirectedFrom == null ? 0 : redirectedFrom.hops() + 1;
  }

  /** The request, without path, query, headers and body. */
  @Override
  public String toString() {
    return request.toString();
  }
}
