package io.egressrules.engine.compile;

import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import io.egressrules.policy.Problem.Severity;
import io.egressrules.policy.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a policy, as far as it has been looked at. */
final class Problems {
  private static final Comparator<Problem> IN_ORDER_OF_THE_TEXT =
      Comparator.comparing(
          Problem::location,
          Comparator.comparing(SourceLocation::file)
              .thenComparingInt(SourceLocation::line)
              .thenComparingInt(SourceLocation::column));

  private final List<Problem> found = new ArrayList<>();

  void error(String code, SourceLocation location, String message) {
    found.add(Problem.error(code, location, message));
  }

  void warning(String code, SourceLocation location, String message) {
    found.add(Problem.warning(code, location, message));
  }

  boolean hasErrors() {
    return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  void throwErrors() {
    if (hasErrors()) {
      throw new PolicyException(all());
    }
  }

  /**
   * All problems, in the order of the text; those of one place in the order in which they were
   * found.
   */
  List<Problem> all() {
    return found.stream().distinct().sorted(IN_ORDER_OF_THE_TEXT).toList();
  }
}
