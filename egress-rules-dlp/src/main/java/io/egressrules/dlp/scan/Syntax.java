package io.egressrules.dlp.scan;

import java.util.List;

/**
 * A pattern as a tree. It says which texts match and not which match is preferred: groups, greed
 * and laziness are left to the {@link Judge}.
 */
sealed interface Syntax {

  /** Matches nothing, and takes no character. */
  Syntax EMPTY = new Sequence(List.of());

  /** No upper bound of a repeat. */
  int UNBOUNDED = -1;

  /** One character of a set. */
  record Chars(CodePoints set) implements Syntax {}

  /** A condition of {@link Boundary} on the place between two characters. */
  record Assertion(int condition) implements Syntax {}

  /** One after the other. */
  record Sequence(List<Syntax> parts) implements Syntax {}

  /** One of several. */
  record Choice(List<Syntax> branches) implements Syntax {}

  /** A body, {@code min} to {@code max} times. */
  record Repeat(Syntax body, int min, int max) implements Syntax {}
}
