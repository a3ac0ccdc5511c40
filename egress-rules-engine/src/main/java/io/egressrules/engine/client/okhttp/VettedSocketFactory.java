package io.egressrules.engine.client.okhttp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/** Makes sockets for one request. OkHttp connects them itself, so no other form is offered. */
final class VettedSocketFactory extends SocketFactory {
  private final Dialler dialler;

  VettedSocketFactory(Dialler dialler) {
    this.dialler = dialler;
  }

  @Override
  public Socket createSocket() {
    return new VettedSocket(dialler);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw connected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw connected();
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
      throws IOException {
    throw connected();
  }

  private static SocketException connected() {
    return new SocketException("create the socket unconnected, then connect it");
  }
}
