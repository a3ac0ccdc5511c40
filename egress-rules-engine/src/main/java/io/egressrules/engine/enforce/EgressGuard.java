package io.egressrules.engine.enforce;

import io.egressrules.Capability;
import io.egressrules.EgressFilter;
import io.egressrules.spi.AddressResolver;
import io.egressrules.spi.BodyInspector;
import io.egressrules.spi.DecisionListener;
import java.net.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What guards the clients of an application: a policy, and what its enforcement needs beside it.
 *
 * <p>Immutable and safe for use by several threads. It becomes effective for a client by that
 * client's adapter, which {@linkplain #install installs} it.
 */
public final class EgressGuard {
  private final Supplier<? extends EgressFilter> source;
  private final Supplier<Caller> caller;
  private final CheckedResolver resolver;
  private final List<DecisionListener> listeners;
  private final Inspectors inspectors;
  private final RedirectRules redirects;
  private final List<DeclaredProxy> proxies;
  private final Set<Capability> acceptedGaps;
  private final int hold;

  private EgressGuard(Builder words) {
    this.source = words.source;
    this.caller = words.caller;
    this.resolver = new CheckedResolver(words.resolver);
    this.listeners = List.copyOf(words.listeners);
    this.inspectors =
        new Inspectors(
            words.inspectors == null ? BodyInspector.provided().toList() : words.inspectors);
    this.redirects = words.redirects;
    this.proxies = List.copyOf(words.proxies);
    this.acceptedGaps = Set.copyOf(words.acceptedGaps);
    this.hold = words.hold;
  }

  /**
   * A builder of a guard whose policy stays the same.
   *
   * @param filter the compiled policy
   * @return a new builder
   */
  public static Builder builder(EgressFilter filter) {
    Objects.requireNonNull(filter);
    return builder(() -> filter);
  }

  /**
   * A builder of a guard whose policy may be swapped.
   *
   * @param source gives the policy of the moment, cheaply, such as {@code AtomicReference::get};
   *     asked once for every request and every redirect. Null, or a throw, denies the request.
   * @return a new builder
   */
  public static Builder builder(Supplier<? extends EgressFilter> source) {
    return new Builder(Objects.requireNonNull(source));
  }

  /** Builds an {@link EgressGuard}. Not safe for use by several threads. */
  public static final class Builder {
    private final Supplier<? extends EgressFilter> source;
    private Supplier<Caller> caller = () -> Caller.UNSTATED;
    private AddressResolver resolver = SystemResolver.INSTANCE;
    private final List<DecisionListener> listeners = new ArrayList<>();
    private @Nullable List<BodyInspector> inspectors;
    private RedirectRules redirects = RedirectRules.STRICT;
    private final List<DeclaredProxy> proxies = new ArrayList<>();
    private final Set<Capability> acceptedGaps = EnumSet.noneOf(Capability.class);
    private int hold = 1 << 20;

    private Builder(Supplier<? extends EgressFilter> source) {
      this.source = source;
    }

    /**
     * States who calls out, unless a call says otherwise.
     *
     * @param subject the subject that rules name
     * @return this builder
     */
    public Builder subject(String subject) {
      return caller(Caller.of(subject));
    }

    /**
     * States who calls out, unless a call says otherwise.
     *
     * @param always the caller of every call
     * @return this builder
     */
    public Builder caller(Caller always) {
      Objects.requireNonNull(always);
      return caller(() -> always);
    }

    /**
     * Lets who calls out be asked for at every call, on the thread that makes it.
     *
     * @param current gives the caller of the moment; a throw or null denies the call
     * @return this builder
     */
    public Builder caller(Supplier<Caller> current) {
      caller = Objects.requireNonNull(current);
      return this;
    }

    /**
     * Resolves names by other means than {@link SystemResolver}.
     *
     * @param other the resolver; its time-outs are its own, and a failure denies the call
     * @return this builder
     */
    public Builder resolver(AddressResolver other) {
      resolver = Objects.requireNonNull(other);
      return this;
    }

    /**
     * Adds a listener, told of every decision that the guard acts on.
     *
     * @param listener the listener; what it throws is dropped
     * @return this builder
     */
    public Builder listener(DecisionListener listener) {
      listeners.add(Objects.requireNonNull(listener));
      return this;
    }

    /**
     * Inspects by these inspectors, in place of those that {@link BodyInspector#provided()} finds.
     *
     * @param chosen the inspectors; where two offer a profile, the first has it
     * @return this builder
     */
    public Builder inspectors(BodyInspector... chosen) {
      inspectors = List.of(chosen);
      return this;
    }

    /**
     * Bounds what a body that is inspected may hold in memory until it has been decided.
     *
     * @param bytes 0 or more, for each call; 1 MiB unless stated. Of a longer body, the part before
     *     what is found may already have left when the call is denied
     * @return this builder
     */
    public Builder hold(int bytes) {
      if (bytes < 0) {
        throw new IllegalArgumentException("a hold has 0 bytes or more");
      }
      hold = bytes;
      return this;
    }

    /**
     * Bounds how many redirects a call may follow.
     *
     * @param limit 0 or more; 10 unless stated
     * @return this builder
     */
    public Builder redirectLimit(int limit) {
      if (limit < 0) {
        throw new IllegalArgumentException("a redirect limit is 0 or more");
      }
      redirects = new RedirectRules(limit, redirects.downgrade());
      return this;
    }

    /**
     * Lets redirects lead from an encrypted scheme to one in the clear, which is refused unless
     * stated. The policy decides the request that follows all the same.
     *
     * @return this builder
     */
    public Builder allowRedirectToCleartext() {
      redirects = new RedirectRules(redirects.limit(), true);
      return this;
    }

    /**
     * Lets clients use a proxy that they are configured with. Every other one is refused.
     *
     * @param proxy the proxy
     * @return this builder
     */
    public Builder proxy(DeclaredProxy proxy) {
      proxies.add(Objects.requireNonNull(proxy));
      return this;
    }

    /**
     * Lets the guard be installed although a client cannot do what the policy needs. It loosens
     * nothing: calls whose decision obliges the client to it stay denied, and what cannot be asked
     * again is decided once.
     *
     * @param gaps what clients need not be able to do
     * @return this builder
     */
    public Builder acceptGaps(Capability... gaps) {
      acceptedGaps.addAll(Arrays.asList(gaps));
      return this;
    }

    /**
     * The guard stated so far.
     *
     * @return an immutable guard
     */
    public EgressGuard build() {
      return new EgressGuard(this);
    }
  }

  /**
   * Makes the guard effective for a client. Called by the client's adapter.
   *
   * @param abilities what the adapter can enforce
   * @return the sequence for that client
   * @throws IllegalStateException if there is no policy, or it needs more than the client can do
   *     and the gap was not {@linkplain Builder#acceptGaps accepted}
   */
  public Enforcement install(ClientAbilities abilities) {
    EgressFilter filter = source.get();
    if (filter == null) {
      throw new IllegalStateException(
          "client `"
              + abilities.client()
              + "` cannot be guarded: there is no policy; load one first");
    }
    Set<Capability> gaps = gaps(filter, abilities);
    if (!gaps.isEmpty()) {
      throw new IllegalStateException(
          "client `"
              + abilities.client()
              + "` cannot do "
              + gaps
              + ", which policy "
              + filter.policyId()
              + " needs; guard another client, or name the gap with `acceptGaps`");
    }
    return new Enforcement(this, abilities, abilities);
  }

  /** What a policy needs, the client cannot do and nobody accepted. */
  Set<Capability> gaps(EgressFilter filter, ClientAbilities abilities) {
    Set<Capability> gaps = abilities.lacks(filter.needs());
    gaps.removeAll(acceptedGaps);
    return gaps;
  }

  EgressFilter filter() {
    return source.get();
  }

  Caller caller() {
    return caller.get();
  }

  CheckedResolver resolver() {
    return resolver;
  }

  List<DecisionListener> listeners() {
    return listeners;
  }

  Inspectors inspectors() {
    return inspectors;
  }

  RedirectRules redirects() {
    return redirects;
  }

  int hold() {
    return hold;
  }

  /** The declared proxy that a client's proxy is. */
  @Nullable DeclaredProxy declared(Proxy proxy) {
    for (DeclaredProxy declared : proxies) {
      if (declared.is(proxy)) {
        return declared;
      }
    }
    return null;
  }
}
