package io.egressrules.engine.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Listens where nothing must ever connect to. It answers nobody and counts who came. */
public final class Tripwire implements AutoCloseable {
  private final ServerSocketChannel listening;
  private int connections;

  Tripwire(InetSocketAddress address) throws IOException {
    listening = ServerSocketChannel.open();
    listening.bind(address);
    listening.configureBlocking(false);
  }

  /** How many connections were made so far; the kernel has accepted each before its client knew. */
  public int connections() throws IOException {
    for (SocketChannel one = listening.accept(); one != null; one = listening.accept()) {
      connections++;
      one.close();
    }
    return connections;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
