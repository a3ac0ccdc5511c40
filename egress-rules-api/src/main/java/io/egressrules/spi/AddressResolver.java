package io.egressrules.spi;

import io.egressrules.net.DomainName;
import io.egressrules.net.IpAddress;
import java.io.IOException;
import java.util.List;

/**
 * Resolves names to addresses. Safe for use by several threads.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface AddressResolver {

  /**
   * Resolves a name. May block; a guard calls it on the thread that makes the call.
   *
   * @param name a canonical name, never an IP literal
   * @return every address that may be dialled, in order of preference; empty when the name has none
   * @throws IOException if the name cannot be resolved; the call is then denied
   */
  List<IpAddress> resolve(DomainName name) throws IOException;
}
