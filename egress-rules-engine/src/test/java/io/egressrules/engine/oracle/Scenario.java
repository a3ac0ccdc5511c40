package io.egressrules.engine.oracle;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A policy and a request to decide by it.
 *
 * @param policy the policy
 * @param request the request
 */
record Scenario(PolicyText policy, RequestText request) {

  /** The smallest scenario that still has a property which this one has, taking things away. */
  Scenario shrunk(Predicate<Scenario> property) {
    Scenario smallest = this;
    Optional<Scenario> next = Optional.of(this);
    while (next.isPresent()) {
      smallest = next.get();
      next = smallest.smaller().filter(one -> holds(property, one)).findFirst();
    }
    return smallest;
  }

  /** What was taken away may have made the policy invalid. */
  private static boolean holds(Predicate<Scenario> property, Scenario scenario) {
    try {
      return property.test(scenario);
    } catch (RuntimeException invalid) {
      return false;
    }
  }

  private Stream<Scenario> smaller() {
    return Stream.concat(
        policy.smaller().map(less -> new Scenario(less, request)),
        request.smaller().map(less -> new Scenario(policy, less)));
  }

  @Override
  public String toString() {
    return policy + "\n" + request;
  }
}
