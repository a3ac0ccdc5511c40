package io.egressrules.engine.author.text;

import io.egressrules.policy.Problem;
import io.egressrules.policy.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The problems of one file, as they are found. Not safe for use by several threads. */
public final class Problems {
  /** How many problems of a file are shown; the rest is counted. */
  public static final int SHOWN = 50;

  private static final int WIDEST = 160;
  private static final Comparator<Problem> PLACE =
      Comparator.<Problem>comparingInt(p -> p.location().line())
          .thenComparingInt(p -> p.location().column());

  private final String file;
  private final IntFunction<String> lines;
  private final List<Problem> shown = new ArrayList<>();
  private int count;
  private int metAgain;

  private Problems(String file, IntFunction<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * No problems yet of a text.
   *
   * @param source the text, from which excerpts are taken
   * @return a new collection
   */
  public static Problems of(Source source) {
    return new Problems(source.name(), source::line);
  }

  /**
   * No problems yet of a file whose text is not kept.
   *
   * @param file the file as its author names it
   * @return a new collection
   */
  public static Problems of(String file) {
    return new Problems(file, line -> "");
  }

  /**
   * Adds an error, with the line it is in.
   *
   * @param code what is wrong
   * @param where a place in the file
   * @param message one lower-case sentence, with the fix
   */
  public void add(Code code, SourceLocation where, String message) {
    add(code, where, message, lines.apply(where.line()));
  }

  /**
   * Adds a problem that was found later, with the line it is in.
   *
   * @param problem the problem, without an excerpt
   */
  public void add(Problem problem) {
    add(problem, lines.apply(problem.location().line()));
  }

  /**
   * Adds an error, with the line it is in.
   *
   * @param code what is wrong
   * @param where a place in the file
   * @param message one lower-case sentence, with the fix
   * @param line the text of the line
   */
  public void add(Code code, SourceLocation where, String message, String line) {
    add(Problem.error(code.toString(), where, message), line);
  }

  /** Adds all problems of another collection of the same file. */
  void addAll(Problems other) {
    other.shown.stream().limit(SHOWN - shown.size()).forEach(shown::add);
    count += other.count;
  }

  private void add(Problem problem, String line) {
    count++;
    if (shown.size() < SHOWN) {
      String excerpt = excerpt(line, problem.location().column());
      shown.add(excerpt == null ? problem : problem.withExcerpt(excerpt));
    }
  }

  /**
   * The line as it can be shown above a caret; null when it is blank, or the caret lies too far to
   * the right.
   */
  private static @Nullable String excerpt(String line, int column) {
    if (line.isBlank() || column > WIDEST) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    line.codePoints()
        .limit(WIDEST)
        .forEach(c -> out.appendCodePoint(Characters.isVisible(c) ? c : ' '));
    return line.codePointCount(0, line.length()) > WIDEST
        ? out.append('…').toString()
        : out.toString();
  }

  /**
   * How many problems there are.
   *
   * @return the number, including those that are not shown
   */
  public int count() {
    return count;
  }

  /**
   * Notes that a value was met whose problem is told already, so that what holds it is not whole.
   */
  void meetAgain() {
    metAgain++;
  }

  /**
   * How often something wrong was met. What is read between two equal answers is whole.
   *
   * @return the number of problems, and of values met later that had one of them
   */
  public int met() {
    return count + metAgain;
  }

  /**
   * The problems, by place.
   *
   * @return at most {@value #SHOWN}, and one that tells how many more there are
   */
  public List<Problem> list() {
    List<Problem> all = new ArrayList<>(shown);
    all.sort(PLACE);
    if (count > shown.size()) {
      String message =
          (count - shown.size()) + " more problems in this file are not shown; correct these first";
      all.add(
          Problem.error(Code.MORE_PROBLEMS.toString(), new SourceLocation(file, 0, 0), message));
    }
    return List.copyOf(all);
  }
}
