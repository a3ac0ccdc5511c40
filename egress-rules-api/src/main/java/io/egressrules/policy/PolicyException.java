package io.egressrules.policy;

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

  private final Problem[] problems;

  /**
   * An exception that reports these problems.
   *
   * @param problems what is wrong; at least one
   * @throws IllegalArgumentException if nothing is wrong
   */
  public PolicyException(List<Problem> problems) {
    super(text(problems));
    this.problems = problems.toArray(Problem[]::new);
    if (this.problems.length == 0) {
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
    return List.of(problems);
  }
}
