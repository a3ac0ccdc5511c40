package io.egressrules.engine.client.jdk;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/** Ends of sockets that nothing more is expected of. */
final class Sockets {
  private Sockets() {}

  static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // Closed all the same.
    }
  }

  /** Closes so that the peer sees a failure and not an end. */
  static void reset(SocketChannel socket) {
    try {
      socket.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException gone) {
      // Closed already.
    }
    close(socket);
  }
}
