package io.egressrules.examples.benchmarks.suite;

import io.egressrules.EgressRequest;
import io.egressrules.examples.benchmarks.peer.HandHashMap;
import io.egressrules.net.DomainName;
import io.egressrules.net.Target;
import java.util.Objects;

/** Requests as a hand-written matcher reads them. */
final class Requests {
  private Requests() {}

  static String host(EgressRequest request) {
    return ((DomainName) target(request).host()).value();
  }

  static boolean allows(HandHashMap map, EgressRequest request) {
    Target target = target(request);
    String method = Objects.requireNonNull(request.method());
    return map.allows(host(request), target.port(), method, target.path());
  }

  private static Target target(EgressRequest request) {
    return Objects.requireNonNull(request.target());
  }
}
