package io.egressrules.engine.enforce;

import io.egressrules.Capability;
import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.net.IpAddress;
import io.egressrules.spi.AddressResolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** A guard without a client: what an adapter would have in its hands, for tests of the steps. */
final class Sequence {
  static final ClientAbilities ABLE = ClientAbilities.of("test", EnumSet.allOf(Capability.class));

  /** Every decision that listeners were told of. */
  final List<Decision> told = new ArrayList<>();

  final EgressGuard.Builder guard;

  Sequence(EgressFilter filter) {
    guard =
        EgressGuard.builder(filter)
            .resolver(answering("192.0.2.1"))
            .inspectors()
            .listener((request, decision) -> told.add(decision));
  }

  static AddressResolver answering(String... addresses) {
    List<IpAddress> answer = Arrays.stream(addresses).map(IpAddress::parse).toList();
    return name -> answer;
  }

  static FakeFilter allowingOne() {
    return new FakeFilter().allow("a.test").at("192.0.2.1");
  }

  Enforcement installed() {
    return guard.build().install(ABLE);
  }

  Admission admitted(String url) throws IOException {
    return installed().request(get(url), Caller.UNSTATED);
  }

  static EgressRequest.Builder get(String url) {
    return EgressRequest.toUrl(url).method("GET");
  }
}
