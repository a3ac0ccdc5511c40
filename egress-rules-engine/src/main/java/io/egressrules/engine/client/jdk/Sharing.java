package io.egressrules.engine.client.jdk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who shares the connections of one JDK client. That client hands a connection to any call to the
 * same destination, so calls share only when each of them may use every address that the others'
 * connections lead to or may yet lead to. Safe for use by several threads.
 */
final class Sharing implements Ticket.Keeper {
  private final Map<Destination, Sharers> sharers = new HashMap<>();

  private static final class Sharers {
    private final Map<Ticket.Route, Set<Passage>> passages = new HashMap<>();
    private final Set<Relay> relays = new HashSet<>();

    boolean welcome(Passage guest) {
      return relays.stream().allMatch(relay -> guest.mayUse(relay.address(), relay.isProxied()))
          && passages.entrySet().stream()
              .filter(others -> !others.getKey().equals(guest.ticket().route()))
              .flatMap(others -> others.getValue().stream())
              .allMatch(other -> guest.mayUseThoseOf(other) && other.mayUseThoseOf(guest));
    }

    void add(Passage guest) {
      passages.computeIfAbsent(guest.ticket().route(), none -> new HashSet<>()).add(guest);
    }

    void remove(Passage guest) {
      passages.computeIfPresent(
          guest.ticket().route(),
          (route, alike) -> alike.remove(guest) && alike.isEmpty() ? null : alike);
    }

    boolean isEmpty() {
      return passages.isEmpty() && relays.isEmpty();
    }
  }

  /**
   * Lets an exchange share, until it {@linkplain #leave leaves}.
   *
   * @return false when it must not, and may use none of these connections
   */
  synchronized boolean join(Passage guest) {
    Sharers there = sharers.computeIfAbsent(destination(guest.ticket()), none -> new Sharers());
    if (!there.welcome(guest)) {
      return false;
    }
    there.add(guest);
    return true;
  }

  /** Ends the sharing of an exchange whose ticket was withdrawn. */
  synchronized void leave(Passage guest) {
    Destination destination = destination(guest.ticket());
    Sharers there = sharers.get(destination);
    if (there != null) {
      there.remove(guest);
      forgetEmpty(destination, there);
    }
  }

  @Override
  public synchronized void opened(Ticket ticket, Relay relay) {
    sharers.computeIfAbsent(destination(ticket), none -> new Sharers()).relays.add(relay);
  }

  @Override
  public synchronized void closed(Ticket ticket, Relay relay) {
    Destination destination = destination(ticket);
    Sharers there = sharers.get(destination);
    if (there != null) {
      there.relays.remove(relay);
      forgetEmpty(destination, there);
    }
  }

  private void forgetEmpty(Destination destination, Sharers there) {
    if (there.isEmpty()) {
      sharers.remove(destination);
    }
  }

  private static Destination destination(Ticket ticket) {
    return ticket.route().destination();
  }
}
