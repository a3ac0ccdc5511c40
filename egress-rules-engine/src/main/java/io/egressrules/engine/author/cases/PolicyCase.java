package io.egressrules.engine.author.cases;

import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.policy.SourceLocation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request and what must be decided about it.
 *
 * @param name what the case is about
 * @param location where it is written
 * @param now the time at which it is decided
 * @param request the request
 * @param expectation what must be decided
 */
record PolicyCase(
    String name,
    SourceLocation location,
    Instant now,
    EgressRequest request,
    Expectation expectation) {

  /** Tries the case; empty when it is decided as expected. */
  Optional<CaseFailure> failure(EgressFilter filter) {
    List<String> differences = expectation.differences(filter.decide(request));
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(new CaseFailure(name, location, differences, filter.explain(request)));
  }
}
