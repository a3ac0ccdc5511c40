package io.egressrules.engine.enforce;

import io.egressrules.net.DomainName;
import io.egressrules.net.IpAddress;
import io.egressrules.spi.AddressResolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Resolves names as the JDK does: hosts file, DNS, and the JDK's own cache. Only canonical names
 * come here, never text that the JDK might take for an address.
 */
public final class SystemResolver implements AddressResolver {
  /** The one resolver; it has no state. */
  public static final SystemResolver INSTANCE = new SystemResolver();

  private SystemResolver() {}

  @Override
  public List<IpAddress> resolve(DomainName name) throws UnknownHostException {
    return Arrays.stream(InetAddress.getAllByName(name.value())).map(IpAddress::of).toList();
  }
}
