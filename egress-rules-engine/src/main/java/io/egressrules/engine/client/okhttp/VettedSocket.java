package io.egressrules.engine.client.okhttp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/**
 * A socket that dials vetted addresses only. It never goes through a proxy of the JVM's own, which
 * {@code socksProxyHost} would otherwise add.
 */
final class VettedSocket extends Socket {
  private final Dialler dialler;

  VettedSocket(Dialler dialler) {
    super(Proxy.NO_PROXY);
    this.dialler = dialler;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (!(endpoint instanceof InetSocketAddress remote)) {
      throw new SocketException("only internet addresses can be vetted");
    }
    dialler.dial(remote);
    super.connect(endpoint, timeout);
  }
}
