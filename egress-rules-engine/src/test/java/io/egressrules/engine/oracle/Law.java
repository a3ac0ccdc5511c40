package io.egressrules.engine.oracle;

import org.jspecify.annotations.Nullable;

/** Something that holds for every policy and every request. */
@FunctionalInterface
interface Law {

  /**
   * The law for one policy, with whatever must be compiled once.
   *
   * @param policy a policy that compiles
   * @return the law for its requests
   */
  ForRequests of(PolicyText policy);

  /** The law for one policy. */
  @FunctionalInterface
  interface ForRequests {

    /**
     * How a request breaks the law.
     *
     * @param request any request
     * @return what is wrong, or null when the law holds
     */
    @Nullable String brokenBy(RequestText request);
  }

  /** Says that a verdict should have been another one. */
  static @Nullable String same(Verdict expected, Verdict actual) {
    return expected.equals(actual) ? null : "expected " + expected + "\nbut was  " + actual;
  }

  default boolean isBrokenBy(Scenario scenario) {
    return of(scenario.policy()).brokenBy(scenario.request()) != null;
  }

  /** Tries the law with small policies, and fails with the smallest scenario that breaks it. */
  default void holds(String name, int policies, int requestsEach) {
    for (int i = 0; i < policies * Draw.FACTOR; i++) {
      Draw draw = Draw.of(name, i);
      PolicyText policy = Policies.small(draw);
      holds(name, policy, new Requests(draw, Vocabulary.SMALL), requestsEach);
    }
  }

  default void holds(String name, PolicyText policy, Requests requests, int count) {
    ForRequests law = of(policy);
    for (int i = 0; i < count; i++) {
      RequestText request = requests.request();
      if (law.brokenBy(request) != null) {
        Scenario smallest = new Scenario(policy, request).shrunk(this::isBrokenBy);
        String wrong = of(smallest.policy()).brokenBy(smallest.request());
        throw new AssertionError(
            "%s, seed %d:%n%s%n%s".formatted(name, Draw.SEED, smallest, wrong));
      }
    }
  }
}
