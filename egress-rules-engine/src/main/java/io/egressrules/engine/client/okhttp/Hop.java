package io.egressrules.engine.client.okhttp;

import io.egressrules.EgressDeniedException;
import io.egressrules.engine.enforce.Admission;
import io.egressrules.engine.enforce.Enforcement;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * One request of a call that was admitted: the caller's own, or one that an answer redirected to.
 *
 * @param client the guarded client
 * @param enforcement the sequence
 * @param admission the decision
 * @param request what is sent, by the URL that was decided
 */
record Hop(GuardedClient client, Enforcement enforcement, Admission admission, Request request) {

  /** Sends the request on, by a way on which OkHttp can dial nothing but what was vetted. */
  Response send(Interceptor.Chain chain) throws IOException {
    Admission settled = enforcement.via(admission, () -> proxies(chain));
    Proxy proxy = settled.proxy() == null ? Proxy.NO_PROXY : settled.proxy().toProxy();
    Dialler dialler = new Dialler(enforcement, settled, request);
    try {
      return withOwnPool(chain)
          .withProxy(proxy)
          .withDns(new VettedDns(client, dialler))
          .withSocketFactory(new VettedSocketFactory(dialler))
          .proceed(request.newBuilder().tag(Dialler.class, dialler).build());
    } catch (IOException failure) {
      EgressDeniedException denial = dialler.denial();
      throw denial == null ? failure : denial;
    } finally {
      dialler.end();
    }
  }

  /**
   * OkHttp runs no network interceptor for a WebSocket, so that none may use a pooled connection.
   */
  private Interceptor.Chain withOwnPool(Interceptor.Chain chain) {
    return upgrades()
        ? chain.withConnectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
        : chain;
  }

  /** Whether the request asks for another protocol, such as a WebSocket. */
  boolean upgrades() {
    return Facts.upgrades(request);
  }

  private List<Proxy> proxies(Interceptor.Chain chain) {
    Proxy proxy = chain.getProxy();
    ProxySelector selector = chain.getProxySelector();
    return proxy != null ? List.of(proxy) : selector.select(request.url().uri());
  }
}
