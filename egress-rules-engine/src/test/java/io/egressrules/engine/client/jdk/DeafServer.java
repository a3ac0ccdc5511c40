package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Listens, but has no room in its queue: whoever connects hears nothing. */
final class DeafServer implements AutoCloseable {
  private final ServerSocket listening;
  private final Socket[] queue = new Socket[2];

  DeafServer(String address) throws IOException {
    listening = new ServerSocket(0, 1, InetAddress.getByName(address));
    for (int i = 0; i < queue.length; i++) {
      queue[i] = new Socket(listening.getInetAddress(), listening.getLocalPort());
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listening.getLocalSocketAddress();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : queue) {
      socket.close();
    }
    listening.close();
  }
}
