package io.egressrules.examples.quickstart;

import io.egressrules.net.DomainName;
import io.egressrules.net.IpAddress;
import io.egressrules.spi.AddressResolver;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The demo's name service: fixed answers, and one name whose answer changes after the first time.
 */
final class DemoNames implements AddressResolver {
  private static final IpAddress PARTNER = IpAddress.parse("127.0.0.2");
  private static final IpAddress INTERNAL = IpAddress.parse("127.0.0.3");
  private static final String REBINDING = "rebind.partner.example";
  private static final Map<String, List<IpAddress>> ANSWERS =
      Map.of(
          "api.partner.example", List.of(PARTNER),
          "status.partner.example", List.of(PARTNER),
          "ads.partner.example", List.of(PARTNER),
          "mixed.partner.example", List.of(PARTNER, INTERNAL),
          "moved.partner.example", List.of(INTERNAL),
          "intranet.example", List.of(IpAddress.parse("10.1.2.3")),
          "old.supplier.example", List.of(PARTNER),
          "billing.example", List.of(PARTNER));

  private final Set<String> askedBefore = ConcurrentHashMap.newKeySet();

  @Override
  public List<IpAddress> resolve(DomainName name) throws UnknownHostException {
    if (name.value().equals(REBINDING)) {
      return List.of(askedBefore.add(REBINDING) ? PARTNER : INTERNAL);
    }
    List<IpAddress> answer = ANSWERS.get(name.value());
    if (answer == null) {
      throw new UnknownHostException("no such name in the demo");
    }
    return answer;
  }

  /** Forgets which names were asked for, so that the changing name starts again. */
  void restart() {
    askedBefore.clear();
  }
}
