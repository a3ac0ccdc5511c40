package io.egressrules.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when a policy cannot be used; it carries every problem that was found, not only the first.
 *
 * <p>No filter comes into being: a service that reloads keeps its last good policy. The problems
 * are serialized with the exception.
 *
 * @since 0.1
 */
public final class PolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Everything that is wrong. */
  private final SerializedProblem[] problems;

  /**
   * An exception that reports these problems.
   *
   * @param problems what is wrong; at least one
   * @throws IllegalArgumentException if nothing is wrong
   */
  public PolicyException(List<Problem> problems) {
    super(text(problems));
    this.problems = problems.stream().map(SerializedProblem::of).toArray(SerializedProblem[]::new);
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("a policy is refused for at least one problem; pass it");
    }
  }

  private static String text(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  /**
   * Everything that is wrong, in the order of the text.
   *
   * @return the problems, warnings included; never empty
   */
  public List<Problem> problems() {
    return Arrays.stream(problems).map(SerializedProblem::problem).toList();
  }
}
