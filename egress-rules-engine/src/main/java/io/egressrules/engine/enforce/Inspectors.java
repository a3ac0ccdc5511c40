package io.egressrules.engine.enforce;

import io.egressrules.EgressRequest;
import io.egressrules.spi.BodyInspector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The inspectors of a guard; a profile belongs to the first that offers it. */
final class Inspectors {
  private final List<BodyInspector> all;

  Inspectors(List<BodyInspector> all) {
    this.all = List.copyOf(all);
  }

  /** Whether every profile is offered. */
  boolean offer(Set<String> profiles) {
    return profiles.stream().allMatch(profile -> offering(profile) != null);
  }

  /** Begins one inspection for each inspector that is needed, in the order of the guard. */
  InspectionChain begin(EgressRequest request, Set<String> profiles) {
    InspectionChain chain = new InspectionChain(new ArrayList<>());
    try {
      assignment(profiles).forEach((by, its) -> chain.add(by.begin(request, its)));
      return chain;
    } catch (Throwable failure) {
      chain.close();
      throw failure;
    }
  }

  private Map<BodyInspector, Set<String>> assignment(Set<String> profiles) {
    Map<BodyInspector, Set<String>> assigned = new LinkedHashMap<>();
    for (String profile : profiles) {
      BodyInspector inspector = offering(profile);
      if (inspector == null) {
        throw new IllegalStateException("a profile that nobody offers was admitted");
      }
      assigned.computeIfAbsent(inspector, none -> new LinkedHashSet<>()).add(profile);
    }
    return assigned;
  }

  private @Nullable BodyInspector offering(String profile) {
    for (BodyInspector inspector : all) {
      if (inspector.profiles().contains(profile)) {
        return inspector;
      }
    }
    return null;
  }
}
