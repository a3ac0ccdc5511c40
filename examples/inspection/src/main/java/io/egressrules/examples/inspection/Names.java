package io.egressrules.examples.inspection;

import io.egressrules.net.DomainName;
import io.egressrules.net.IpAddress;
import io.egressrules.spi.AddressResolver;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The demo's name service: every name is the demo's server, and every question is counted. */
final class Names implements AddressResolver {
  private static final List<IpAddress> PARTNER = List.of(IpAddress.parse("127.0.0.1"));

  private final AtomicInteger asked = new AtomicInteger();

  @Override
  public List<IpAddress> resolve(DomainName name) {
    asked.incrementAndGet();
    return PARTNER;
  }

  /** How many names were asked for since this was last asked. */
  int asked() {
    return asked.getAndSet(0);
  }
}
