package io.egressrules.engine.tree;

import io.egressrules.Decision;
import io.egressrules.EgressRequest;
import io.egressrules.Explanation;

/** Turns a recorded evaluation into an explanation. */
final class Explainer {
  Explanation explain(EgressRequest request, Decision decision, Trace trace) {
    return new Explanation(decision, trace.steps(), null, null);
  }
}
