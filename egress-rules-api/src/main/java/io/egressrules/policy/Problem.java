package io.egressrules.policy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a policy text.
 *
 * @param severity whether the policy can be used
 * @param code a stable, lower-case, hyphenated machine code such as {@code unknown-key}
 * @param location where it is
 * @param message one lower-case sentence without position; the author's text in backticks; with the
 *     fix
 * @param excerpt the line of the text, or null when the policy was not read from a text
 */
public record Problem(
    Severity severity,
    String code,
    SourceLocation location,
    String message,
    @Nullable String excerpt) {

  /** How bad a problem is. */
  public enum Severity {
    /** The policy is refused. */
    ERROR,
    /** The policy is accepted; the author probably meant something else. */
    WARNING
  }

  /**
   * Something wrong with a policy text.
   *
   * @param severity whether the policy can be used
   * @param code a stable, lower-case, hyphenated machine code such as {@code unknown-key}
   * @param location where it is
   * @param message one lower-case sentence without position; the author's text in backticks; with
   *     the fix
   * @param excerpt the line of the text, or null when the policy was not read from a text
   */
  public Problem {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(code);
    Objects.requireNonNull(location);
    Objects.requireNonNull(message);
  }

  /**
   * An error without an excerpt.
   *
   * @param code the machine code
   * @param location where it is
   * @param message the sentence, with the fix
   * @return the problem
   */
  public static Problem error(String code, SourceLocation location, String message) {
    return new Problem(Severity.ERROR, code, location, message, null);
  }

  /**
   * A warning without an excerpt.
   *
   * @param code the machine code
   * @param location where it is
   * @param message the sentence, with the fix
   * @return the problem
   */
  public static Problem warning(String code, SourceLocation location, String message) {
    return new Problem(Severity.WARNING, code, location, message, null);
  }

  /**
   * This problem, shown with a line of the text.
   *
   * @param line the line that {@link #location()} points into
   * @return a copy with that excerpt
   */
  public Problem withExcerpt(String line) {
    return new Problem(severity, code, location, message, line);
  }

  /**
   * The problem as a person reads it: {@code file:line:column: severity: message [code]}, then the
   * excerpt and a caret below the column where both are known.
   */
  @Override
  public String toString() {
    String head =
        location
            + ": "
            + (severity == Severity.ERROR ? "error" : "warning")
            + ": "
            + message
            + " ["
            + code
            + "]";
    if (excerpt == null || location.column() == 0) {
      return head;
    }
    int before = Math.min(location.column() - 1, excerpt.codePointCount(0, excerpt.length()));
    return head + "\n  " + excerpt + "\n  " + " ".repeat(before) + "^";
  }
}
