package io.egressrules.engine.client.jdk;

import io.egressrules.EgressDeniedException;
import io.egressrules.engine.enforce.Enforcement;
import io.egressrules.engine.enforce.Vetted;
import java.net.InetSocketAddress;

/**
 * One exchange's way out: the ticket it travels by, and which connections of others it may use.
 *
 * @param enforcement decides on addresses that this exchange did not resolve to
 * @param vetted what it may dial
 * @param ticket its leave to dial them
 */
record Passage(Enforcement enforcement, Vetted vetted, Ticket ticket) {

  /**
   * Whether this exchange may use a connection that was dialled for another. An address that it
   * would not dial itself, because the name resolves to others by now, is decided like one it
   * would.
   */
  boolean mayUse(InetSocketAddress address, boolean proxied) {
    if (proxied != ticket.route().proxied()) {
      return false;
    }
    if (ticket.route().addresses().contains(address)) {
      return true;
    }
    try {
      enforcement.reuse(vetted.admission(), address.getAddress());
      return true;
    } catch (EgressDeniedException denied) {
      return false;
    }
  }

  /** Whether this exchange may use whatever another may dial. */
  boolean mayUseThoseOf(Passage other) {
    Ticket.Route theirs = other.ticket.route();
    return theirs.addresses().stream().allMatch(address -> mayUse(address, theirs.proxied()));
  }
}
