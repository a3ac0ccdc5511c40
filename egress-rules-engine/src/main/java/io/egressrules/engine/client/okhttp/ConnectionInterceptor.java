package io.egressrules.engine.client.okhttp;

import io.egressrules.EgressDeniedException;
import io.egressrules.engine.enforce.BodyGate;
import io.egressrules.engine.enforce.Enforcement;
import io.egressrules.engine.enforce.Vetted;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Objects;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is really about to be sent over the connection that OkHttp has chosen: an old one,
 * one that serves several hosts, or a request that somebody changed after it was admitted.
 */
final class ConnectionInterceptor implements Interceptor {
  private final GuardedClient client;

  ConnectionInterceptor(GuardedClient client) {
    this.client = client;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request sent = chain.request();
    Dialler dialler = dialler(sent);
    Enforcement enforcement = dialler.enforcement();
    try {
      enforcement.agree(dialler.admission(), Facts.view(sent));
      Vetted vetted = dialler.connected(remote(chain.connection()));
      try (BodyGate gate = enforcement.body(vetted, Facts.headers(sent), Facts.body(sent))) {
        return chain.proceed(gate.inspects() ? GatedBody.through(gate, sent) : sent);
      }
    } catch (EgressDeniedException denied) {
      throw dialler.remember(denied);
    }
  }

  /** A request that was not admitted as it is now is decided anew. */
  private Dialler dialler(Request sent) throws IOException {
    Dialler dialler = sent.tag(Dialler.class);
    if (dialler != null && dialler.isFor(sent)) {
      return dialler;
    }
    Hop hop = client.admit(sent);
    return new Dialler(hop.enforcement(), hop.admission(), hop.request());
  }

  /** A network interceptor runs on a connection; without one, the call fails before it is sent. */
  private static InetSocketAddress remote(@Nullable Connection connection) {
    Socket socket = Objects.requireNonNull(connection).socket();
    return (InetSocketAddress) Objects.requireNonNull(socket.getRemoteSocketAddress());
  }
}
