package io.egressrules.engine.client;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Servers on several loopback addresses and one port, so that only the address tells them apart, as
 * for a name that resolves now to one and now to another.
 */
public final class Street implements AutoCloseable {
  /** Where the partner lives, whom the policy allows. */
  public static final String PARTNER = "127.0.0.2";

  /** Where another host lives, whom the policy allows as well. */
  public static final String OTHER = "127.0.0.3";

  /** Where nobody may go. */
  public static final String INTERNAL = "127.0.0.4";

  /** Where nobody may go either: it stands for a cloud's metadata service. */
  public static final String METADATA = "127.0.0.5";

  private final List<AutoCloseable> houses = new ArrayList<>();
  private final LoopbackServer partner;
  private final LoopbackServer other;
  private final Tripwire internal;
  private final Tripwire metadata;

  private Street(@Nullable SSLContext tls) throws IOException {
    try {
      partner = house(new LoopbackServer(at(PARTNER, 0), tls));
      other = house(new LoopbackServer(at(OTHER, port()), tls));
      internal = house(new Tripwire(at(INTERNAL, port())));
      metadata = house(new Tripwire(at(METADATA, port())));
    } catch (IOException taken) {
      close();
      throw taken;
    }
  }

  /** Opens a street on any port that is free at all its addresses. */
  public static Street open(@Nullable SSLContext tls) throws IOException {
    for (int attempt = 0; ; attempt++) {
      try {
        return new Street(tls);
      } catch (BindException taken) {
        if (attempt == 20) {
          throw taken;
        }
      }
    }
  }

  private <T extends AutoCloseable> T house(T opened) {
    houses.add(opened);
    return opened;
  }

  private static InetSocketAddress at(String address, int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(address), port);
  }

  public int port() {
    return partner.port();
  }

  public LoopbackServer partner() {
    return partner;
  }

  public LoopbackServer other() {
    return other;
  }

  /** How many connections were made to where nobody may go. */
  public int trespasses() throws IOException {
    return internal.connections() + metadata.connections();
  }

  @Override
  public void close() {
    for (AutoCloseable house : houses) {
      try {
        house.close();
      } catch (Exception ignored) {
        // a test's server that does not close harms no later test
      }
    }
  }
}
