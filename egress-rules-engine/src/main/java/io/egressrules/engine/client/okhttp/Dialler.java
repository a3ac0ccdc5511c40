package io.egressrules.engine.client.okhttp;

import io.egressrules.EgressDeniedException;
import io.egressrules.engine.enforce.Admission;
import io.egressrules.engine.enforce.Enforcement;
import io.egressrules.engine.enforce.Vetted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What one request may dial. OkHttp tries several addresses, at once on several threads and again
 * after a failure: they are resolved and decided once, and a denial holds for every attempt.
 *
 * <p>The pool keeps the {@code Dns} and the sockets that refer to this as long as a connection
 * lives, so it lets go of the request when the request {@linkplain #end ends}.
 */
final class Dialler {
  private final Enforcement enforcement;
  private @Nullable Admission admission;
  private @Nullable Request request;
  private @Nullable Vetted vetted;
  private @Nullable EgressDeniedException denial;

  Dialler(Enforcement enforcement, Admission admission, Request request) {
    this.enforcement = enforcement;
    this.admission = admission;
    this.request = request;
  }

  Enforcement enforcement() {
    return enforcement;
  }

  /** Whether what is sent is still what was admitted, as far as a policy can tell. */
  synchronized boolean isFor(Request sent) {
    return request != null
        && request.url().equals(sent.url())
        && request.method().equals(sent.method());
  }

  synchronized Admission admission() throws IOException {
    if (denial != null) {
      throw new EgressDeniedException(denial.decision(), String.valueOf(denial.getMessage()));
    }
    if (admission == null) {
      throw new SocketException("the call that this was dialled for has ended");
    }
    return admission;
  }

  private Vetted connect() throws IOException {
    Admission admitted = admission();
    try {
      Vetted known = vetted == null ? enforcement.connect(admitted) : vetted;
      vetted = known;
      return known;
    } catch (EgressDeniedException denied) {
      throw remember(denied);
    }
  }

  /** CONNECT: the vetted addresses of the one host that may be dialled. */
  synchronized List<InetAddress> lookup(String host) throws IOException {
    Vetted known = connect();
    if (!host.equalsIgnoreCase(known.host())) {
      dial(InetSocketAddress.createUnresolved(host, known.port()));
    }
    return known.toInetAddresses();
  }

  /** Checks what is about to be dialled. */
  synchronized void dial(InetSocketAddress remote) throws IOException {
    Vetted known = connect();
    try {
      enforcement.dial(known, remote);
    } catch (EgressDeniedException denied) {
      throw remember(denied);
    }
  }

  /** CONNECT for the connection that OkHttp has chosen, which may be an old or a shared one. */
  synchronized Vetted connected(InetSocketAddress remote) throws IOException {
    Admission admitted = admission();
    Vetted known = vetted;
    if (known == null || !known.admits(remote.getAddress())) {
      known = enforcement.reuse(admitted, remote.getAddress());
    }
    enforcement.dial(known, remote);
    return known;
  }

  synchronized EgressDeniedException remember(EgressDeniedException denied) {
    denial = denied;
    return denied;
  }

  synchronized @Nullable EgressDeniedException denial() {
    return denial;
  }

  synchronized void end() {
    admission = null;
    request = null;
    vetted = null;
  }
}
