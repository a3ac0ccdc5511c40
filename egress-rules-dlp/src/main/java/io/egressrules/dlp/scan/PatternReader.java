package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pattern in RE2 syntax into a {@link Syntax} tree. What the judge would read differently
 * is refused here, with the offset and what to write instead.
 */
final class PatternReader {
  private static final int FOLD = 1;
  private static final int DOT_ALL = 2;
  private static final int LINES = 4;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_REPEAT = 1000;

  private final PatternCursor cursor;
  private final ClassReader classes;
  private int flags;
  private int depth;

  private PatternReader(String pattern, UnicodeSets unicode) {
    cursor = new PatternCursor(pattern);
    classes = new ClassReader(cursor, unicode);
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  static Syntax read(String pattern, UnicodeSets unicode) {
    PatternReader reader = new PatternReader(pattern, unicode);
    Syntax tree = reader.group();
    if (reader.cursor.more()) {
      throw reader.cursor.problem(
          reader.cursor.at(), "`)` closes nothing; remove it, or write `\\)`");
    }
    return tree;
  }

  /** Reads branches up to the end of the group. A flag set in one holds for those after it too. */
  private Syntax group() {
    List<Syntax> branches = new ArrayList<>();
    do {
      branches.add(sequence());
    } while (cursor.take("|"));
    return branches.size() == 1 ? branches.get(0) : new Syntax.Choice(List.copyOf(branches));
  }

  private Syntax sequence() {
    List<Syntax> parts = new ArrayList<>();
    boolean repeated = false;
    while (cursor.more() && !cursor.looksAt('|') && !cursor.looksAt(')')) {
      int start = cursor.at();
      Syntax.Repeat counts = takeCounts();
      if (counts == null) {
        takePart(parts);
      } else if (parts.isEmpty()) {
        throw cursor.problem(
            start, "`" + cursor.from(start) + "` repeats nothing; write `\\` before it");
      } else if (repeated) {
        throw cursor.problem(
            start, "`" + cursor.from(start) + "` repeats a repeat; put a group around the first");
      } else {
        int last = parts.size() - 1;
        parts.set(last, new Syntax.Repeat(parts.get(last), counts.min(), counts.max()));
      }
      repeated = counts != null;
    }
    return parts.size() == 1 ? parts.get(0) : new Syntax.Sequence(List.copyOf(parts));
  }

  /** Takes a repetition operator and its laziness mark; returns null when there is none. */
  private Syntax.@Nullable Repeat takeCounts() {
    Syntax.Repeat counts = null;
    if (cursor.take("*")) {
      counts = new Syntax.Repeat(Syntax.EMPTY, 0, Syntax.UNBOUNDED);
    } else if (cursor.take("+")) {
      counts = new Syntax.Repeat(Syntax.EMPTY, 1, Syntax.UNBOUNDED);
    } else if (cursor.take("?")) {
      counts = new Syntax.Repeat(Syntax.EMPTY, 0, 1);
    } else if (cursor.looksAt('{')) {
      counts = takeBraces();
    }
    if (counts != null) {
      cursor.take("?");
    }
    return counts;
  }

  /** Takes {@code {2}}, {@code {2,}} or {@code {2,3}}; a brace of any other form is literal. */
  private Syntax.@Nullable Repeat takeBraces() {
    int start = cursor.at();
    cursor.take("{");
    int min = takeNumber();
    int max = min;
    boolean number = min >= 0;
    if (number && cursor.take(",")) {
      boolean open = cursor.looksAt('}');
      max = open ? Syntax.UNBOUNDED : takeNumber();
      number = open || max >= 0;
    }
    if (!number || !cursor.take("}")) {
      cursor.back(start);
      return null;
    }
    if (min > MAX_REPEAT || max > MAX_REPEAT || (max != Syntax.UNBOUNDED && max < min)) {
      throw cursor.problem(
          start, "`" + cursor.from(start) + "` is no count; counts rise, and end at " + MAX_REPEAT);
    }
    return new Syntax.Repeat(Syntax.EMPTY, min, max);
  }

  /** A number without leading zeros, or -1; one too long is taken for one too big. */
  private int takeNumber() {
    int start = cursor.at();
    while (cursor.more() && cursor.peek() >= '0' && cursor.peek() <= '9') {
      cursor.take();
    }
    String digits = cursor.from(start);
    if (digits.isEmpty() || (digits.length() > 1 && digits.charAt(0) == '0')) {
      return -1;
    }
    return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  /** Takes what is no repetition operator, and adds what it stands for. */
  private void takePart(List<Syntax> parts) {
    int start = cursor.at();
    switch (cursor.peek()) {
      case '(' -> takeGroup(parts);
      case '[' -> parts.add(new Syntax.Chars(classes.takeBrackets(has(FOLD))));
      case '\\' -> takeEscape(parts);
      case '.' -> {
        cursor.take();
        parts.add(
            new Syntax.Chars(has(DOT_ALL) ? CodePoints.ANY : CodePoints.NEWLINE.complement()));
      }
      case '^' -> {
        cursor.take();
        parts.add(new Syntax.Assertion(has(LINES) ? Boundary.BEGIN_LINE : Boundary.BEGIN_TEXT));
      }
      case '$' -> {
        cursor.take();
        parts.add(new Syntax.Assertion(has(LINES) ? Boundary.END_LINE : Boundary.END_TEXT));
      }
      default -> parts.add(new Syntax.Chars(classes.literal(cursor.take(), start, has(FOLD))));
    }
  }

  private void takeGroup(List<Syntax> parts) {
    int start = cursor.at();
    int outer = flags;
    cursor.take("(");
    boolean lookBehind = cursor.looksAt("?<=") || cursor.looksAt("?<!");
    if (cursor.looksAt("?P<") || (cursor.looksAt("?<") && !lookBehind)) {
      takeName(start);
    } else if (cursor.take("?") && takeFlags(start)) {
      return;
    }
    if (++depth > MAX_DEPTH) {
      throw cursor.problem(start, "groups are nested deeper than " + MAX_DEPTH + "; flatten them");
    }
    parts.add(group());
    if (!cursor.take(")")) {
      throw cursor.problem(start, "`(` is never closed; add `)`, or write `\\(`");
    }
    depth--;
    flags = outer;
  }

  private void takeName(int start) {
    cursor.take("?");
    cursor.take("P");
    cursor.take("<");
    String name = cursor.takeUntil(">");
    if (name == null || !name.matches("[A-Za-z0-9_]+")) {
      throw cursor.problem(start, "the group has no name; write `(?P<name>...)`");
    }
  }

  /** Takes flags; returns true if they stand alone, false if a group follows. */
  private boolean takeFlags(int start) {
    int set = flags;
    boolean on = true;
    boolean dangling = false;
    while (cursor.more()) {
      int c = cursor.take();
      if (c == ':' || c == ')') {
        if (dangling) {
          break;
        }
        flags = set;
        return c == ')';
      }
      int flag = "ismU".indexOf(c);
      if (flag >= 0) {
        int bit = flag == 3 ? 0 : 1 << flag;
        set = on ? set | bit : set & ~bit;
        dangling = false;
      } else if (c == '-' && on) {
        on = false;
        dangling = true;
      } else {
        break;
      }
    }
    throw cursor.problem(
        start,
        "`"
            + cursor.from(start)
            + "` is no group that can be matched in linear time; "
            + "write `(?:...)`, `(?i)` or `(?P<name>...)`");
  }

  private void takeEscape(List<Syntax> parts) {
    int start = cursor.at();
    if (classes.looksAtEscape()) {
      parts.add(new Syntax.Chars(classes.takeEscape(has(FOLD))));
    } else if (cursor.take("\\A")) {
      parts.add(new Syntax.Assertion(Boundary.BEGIN_TEXT));
    } else if (cursor.take("\\z")) {
      parts.add(new Syntax.Assertion(Boundary.END_TEXT));
    } else if (cursor.take("\\b")) {
      parts.add(new Syntax.Assertion(Boundary.WORD));
    } else if (cursor.take("\\B")) {
      parts.add(new Syntax.Assertion(Boundary.NOT_WORD));
    } else if (cursor.take("\\Q")) {
      takeQuote(parts, start);
    } else {
      parts.add(new Syntax.Chars(classes.literal(cursor.takeEscape(), start, has(FOLD))));
    }
  }

  private void takeQuote(List<Syntax> parts, int start) {
    while (!cursor.take("\\E")) {
      if (!cursor.more()) {
        throw cursor.problem(start, "`\\Q` is never closed; add `\\E`");
      }
      int at = cursor.at();
      parts.add(new Syntax.Chars(classes.literal(cursor.take(), at, has(FOLD))));
    }
  }

  private boolean has(int flag) {
    return (flags & flag) != 0;
  }
}
