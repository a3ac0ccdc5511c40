package io.egressrules.engine.tree;

import io.egressrules.Explanation.Result;
import io.egressrules.Explanation.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Records the rules that an evaluation looks at. Used by one thread. */
final class Trace {
  private final Set<Step> steps = new LinkedHashSet<>();

  /** A rule was looked at: whether it counts, and what it misses. */
  void looked(TreeRule rule, Standing standing, Miss miss) {
    Result result = standing == Standing.EXPIRED ? Result.EXPIRED : result(miss);
    String field = standing == Standing.EXPIRED ? "until" : miss.key();
    steps.add(new Step(rule.ref(), result, field, standing == Standing.ABSENT));
  }

  private static Result result(Miss miss) {
    return switch (miss) {
      case NONE -> Result.MATCHED;
      case PENDING -> Result.UNKNOWN;
      case EXCEPT -> Result.EXCEPTED;
      default -> Result.NOT_MATCHED;
    };
  }

  /** The steps in the order of evaluation; one that is repeated for another address once. */
  List<Step> steps() {
    return List.copyOf(steps);
  }
}
