package io.egressrules.engine.author.cases;

import io.egressrules.Explanation;
import io.egressrules.policy.SourceLocation;
import java.util.List;

/**
 * A case that was decided otherwise than expected.
 *
 * @param name the case's name
 * @param location where the case is written
 * @param differences what differs, each {@code word: expected x, was y}; at least one
 * @param explanation how the decision came about
 */
public record CaseFailure(
    String name, SourceLocation location, List<String> differences, Explanation explanation) {

  /**
   * A case that was decided otherwise than expected.
   *
   * @param name the case's name
   * @param location where the case is written
   * @param differences what differs
   * @param explanation how the decision came about
   */
  public CaseFailure {
    differences = List.copyOf(differences);
  }

  /** The case, the differences and the explanation, one fact a line. */
  @Override
  public String toString() {
    return location
        + ": "
        + name
        + "\n  "
        + String.join("\n  ", differences)
        + "\n  because "
        + explanation.toString().replace("\n", "\n  ");
  }
}
