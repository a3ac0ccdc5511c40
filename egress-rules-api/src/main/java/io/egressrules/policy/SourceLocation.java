package io.egressrules.policy;

import java.util.Objects;

/**
 * A place in a policy text.
 *
 * @param file the file as the author named it, or a description such as {@code (builder)}
 * @param line the line, from 1; 0 when the text has no lines
 * @param column the column in code points, from 1; 0 when unknown
 * @since 0.1
 */
public record SourceLocation(String file, int line, int column) {

  /** The location of everything that was written in code rather than in a file. */
  public static final SourceLocation BUILDER = new SourceLocation("(builder)", 0, 0);

  /**
   * A place in a policy text.
   *
   * @param file the file as the author named it, or a description such as {@code (builder)}
   * @param line the line, from 1; 0 when the text has no lines
   * @param column the column in code points, from 1; 0 when unknown
   * @throws IllegalArgumentException if line or column is negative
   */
  public SourceLocation {
    Objects.requireNonNull(file);
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("line and column count from 1, or are 0 when unknown");
    }
  }

  /** {@code file:line:column}, without the parts that are unknown. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
