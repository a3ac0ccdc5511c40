package io.egressrules.engine.enforce;

import io.egressrules.EgressRequest;
import io.egressrules.spi.BodyInspector;
import io.egressrules.spi.Inspection;
import java.util.Set;

/** An inspector offered under another profile's name. */
record OtherProfile(String profile, BodyInspector inspector) implements BodyInspector {
  @Override
  public Set<String> profiles() {
    return Set.of(profile);
  }

  @Override
  public Inspection begin(EgressRequest request, Set<String> profiles) {
    return inspector.begin(request, inspector.profiles());
  }
}
