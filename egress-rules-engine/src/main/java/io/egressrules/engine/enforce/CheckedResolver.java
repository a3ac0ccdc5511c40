package io.egressrules.engine.enforce;

import io.egressrules.net.DomainName;
import io.egressrules.net.Host;
import io.egressrules.net.IpAddress;
import io.egressrules.spi.AddressResolver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a resolver and trusts none of what it does. */
final class CheckedResolver {
  /**
   * No honest answer has more; a longer one is refused whole, as part of it says nothing of the
   * rest.
   */
  static final int MAX_ANSWERS = 256;

  private final AddressResolver resolver;

  CheckedResolver(AddressResolver resolver) {
    this.resolver = resolver;
  }

  /**
   * The addresses of a host: of an address itself, of a name what the resolver says; null if it
   * fails or says too much.
   */
  @Nullable List<IpAddress> resolve(Host host) {
    if (host instanceof IpAddress address) {
      return List.of(address);
    }
    try {
      List<IpAddress> answers = resolver.resolve((DomainName) host);
      return answers.size() > MAX_ANSWERS ? null : List.copyOf(answers);
    } catch (Throwable failure) {
      return null;
    }
  }
}
