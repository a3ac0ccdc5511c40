package io.egressrules.engine.client.jdk;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tickets that are live, by tokens of 128 random bits. Safe for use by several threads. */
final class Tickets {
  private static final int TOKEN_BYTES = 16;

  private final SecureRandom random;
  private final Map<String, Ticket> live = new ConcurrentHashMap<>();

  Tickets(SecureRandom random) {
    this.random = random;
  }

  Ticket issue(Ticket.Route route, Ticket.Keeper keeper) {
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    Ticket ticket = new Ticket(HexFormat.of().formatHex(token), route, keeper);
    live.put(ticket.token(), ticket);
    return ticket;
  }

  void withdraw(Ticket ticket) {
    live.remove(ticket.token());
    ticket.withdraw();
  }

  @Nullable Ticket find(@Nullable String token) {
    return token == null ? null : live.get(token);
  }
}
