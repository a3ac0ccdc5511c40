package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A client that has been told all and is waited for to go. What it still sends is dropped: to close
 * before it has read all, while it sends, would make it lose what it was told.
 */
final class Farewell implements Loop.Handler {
  private final Loop loop;
  private final SocketChannel client;
  private Loop.@Nullable Deadline deadline;

  private Farewell(Loop loop, SocketChannel client) {
    this.loop = loop;
    this.client = client;
  }

  /** Sends the last bytes and waits for the client to close. */
  static void say(Loop loop, SelectionKey key, ByteBuffer last) {
    Farewell farewell = new Farewell(loop, (SocketChannel) key.channel());
    key.attach(farewell);
    try {
      farewell.client.write(last);
      farewell.client.shutdownOutput();
      farewell.deadline = loop.after(Relay.LINGER, farewell::broken);
      key.interestOps(SelectionKey.OP_READ);
    } catch (IOException | CancelledKeyException gone) {
      farewell.broken();
    }
  }

  @Override
  public void ready(SelectionKey key) throws IOException {
    if (client.read(loop.scratch()) < 0) {
      broken();
    }
  }

  @Override
  public void broken() {
    Sockets.close(client);
    if (deadline != null) {
      loop.cancel(deadline);
    }
  }
}
