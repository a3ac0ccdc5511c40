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
 * @since 0.1
 */
public record Problem(
    Severity severity,
    String code,
    SourceLocation location,
    String message,
    @Nullable String excerpt) {

  /**
   * How bad a problem is.
   *
   * @since 0.1
   */
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
    return new Problem(severity, code, location, message, Objects.requireNonNull(line));
  }

  /**
   * The problem as a person reads it: {@code file:line:column: severity: message [code]}, then the
   * excerpt and a caret below the column where both are known. The caret stands one character in
   * for each code point before the column; tabs are repeated, so that it lines up.
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
    return head + "\n  " + excerpt + "\n  " + indent(excerpt, location.column()) + "^";
  }

  /** Blanks below what stands before a column, which is taken for the end when it lies beyond. */
  private static String indent(String line, int column) {
    StringBuilder blanks = new StringBuilder();
    line.codePoints().limit(column - 1L).forEach(c -> blanks.append(c == '\t' ? '\t' : ' '));
    return blanks.toString();
  }
}
