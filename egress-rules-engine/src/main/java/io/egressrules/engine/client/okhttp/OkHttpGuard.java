package io.egressrules.engine.client.okhttp;

import io.egressrules.engine.enforce.EgressGuard;
import javax.net.SocketFactory;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/**
 * Guards an OkHttp client.
 *
 * <pre>{@code
 * EgressGuard guard = EgressGuard.builder(filter).subject("checkout").build();
 * OkHttpClient client = OkHttpGuard.guard(new OkHttpClient(), guard);
 * }</pre>
 *
 * <p>A denied call throws {@link io.egressrules.EgressDeniedException}, as an asynchronous one
 * fails with it. A request may say who calls out by a {@link io.egressrules.engine.enforce.Caller}
 * tag. A proxy has to be declared to the guard, also one that comes from system properties.
 * Redirects are followed if the client would have followed them, by the guard's rules.
 *
 * <p>Interceptors that the client has already stay outside: they see the final answer, and what
 * they change is decided. Clients derived with {@link OkHttpClient#newBuilder()} are guarded as
 * well.
 */
public final class OkHttpGuard {
  private OkHttpGuard() {}

  /**
   * A guarded client with the settings of another, which stays as it is.
   *
   * @param client the client to take settings from
   * @param guard the guard
   * @return a guarded client
   * @throws IllegalStateException if the client cannot be guarded, as for {@link #install}
   */
  @SuppressWarnings("exports")
  public static OkHttpClient guard(OkHttpClient client, EgressGuard guard) {
    return install(client.newBuilder(), guard).build();
  }

  /**
   * Guards the client that a builder builds. What is set afterwards does not loosen the guard, but
   * may lead to denials.
   *
   * @param builder the builder, otherwise complete
   * @param guard the guard
   * @return the builder
   * @throws IllegalStateException if the client is guarded already, has a {@code Dns} or a socket
   *     factory of its own, which the guard would have to bypass, or if {@link EgressGuard#install}
   *     fails
   */
  @SuppressWarnings("exports")
  public static OkHttpClient.Builder install(OkHttpClient.Builder builder, EgressGuard guard) {
    OkHttpClient client = builder.build();
    if (client.interceptors().stream().anyMatch(CallInterceptor.class::isInstance)) {
      throw new IllegalStateException("client `okhttp` is guarded already; guard it once");
    }
    if (!Dns.SYSTEM.equals(client.dns())) {
      throw new IllegalStateException(
          "client `okhttp` has a dns of its own; remove it and give the guard a `resolver`");
    }
    if (!SocketFactory.getDefault().equals(client.socketFactory())) {
      throw new IllegalStateException(
          "client `okhttp` has a socket factory of its own, which cannot be guarded; remove it");
    }
    GuardedClient guarded = GuardedClient.of(guard);
    return builder
        .followRedirects(false)
        .addInterceptor(new CallInterceptor(guarded, client.followRedirects()))
        .addNetworkInterceptor(new ConnectionInterceptor(guarded));
  }
}
