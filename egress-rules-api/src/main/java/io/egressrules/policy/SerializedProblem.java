package io.egressrules.policy;

import io.egressrules.policy.Problem.Severity;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is serialized with its exception, so that {@link Problem} itself is free to
 * change.
 *
 * @param severity whether the policy can be used
 * @param code the machine code
 * @param file the file
 * @param line the line
 * @param column the column
 * @param message the sentence
 * @param excerpt the line of the text, or null
 */
record SerializedProblem(
    Severity severity,
    String code,
    String file,
    int line,
    int column,
    String message,
    @Nullable String excerpt)
    implements Serializable {

  static SerializedProblem of(Problem problem) {
    SourceLocation place = problem.location();
    return new SerializedProblem(
        problem.severity(),
        problem.code(),
        place.file(),
        place.line(),
        place.column(),
        problem.message(),
        problem.excerpt());
  }

  Problem problem() {
    SourceLocation place = new SourceLocation(file, line, column);
    return new Problem(severity, code, place, message, excerpt);
  }
}
