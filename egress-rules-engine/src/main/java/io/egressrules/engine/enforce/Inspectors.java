package io.egressrules.engine.enforce;

import io.egressrules.EgressRequest;
import io.egressrules.spi.BodyInspector;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The inspectors of a guard; a profile belongs to the first that offers it. */
final class Inspectors {
  private final List<BodyInspector> all;

  Inspectors(List<BodyInspector> all) {
    this.all = List.copyOf(all);
  }

  /** Whether every profile is offered. */
  boolean offer(Set<String> profiles) {
    Set<String> missing = new HashSet<>(profiles);
    all.forEach(inspector -> missing.removeAll(inspector.profiles()));
    return missing.isEmpty();
  }

  /**
   * Begins one inspection for each inspector that is needed, in the order of the guard.
   *
   * @param profiles what to inspect by, all of which is offered
   */
  InspectionChain begin(EgressRequest request, Set<String> profiles) {
    InspectionChain chain = new InspectionChain();
    Set<String> left = new HashSet<>(profiles);
    try {
      for (BodyInspector inspector : all) {
        Set<String> its = new HashSet<>(inspector.profiles());
        its.retainAll(left);
        if (!its.isEmpty()) {
          chain.add(inspector.begin(request, its));
          left.removeAll(its);
        }
      }
      if (!left.isEmpty()) {
        throw new IllegalStateException("an inspector no longer offers what it offered");
      }
      return chain;
    } catch (Throwable failure) {
      chain.close();
      throw failure;
    }
  }
}
