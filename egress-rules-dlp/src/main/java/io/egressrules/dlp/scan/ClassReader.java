package io.egressrules.dlp.scan;

import java.util.Map;

/**
 * Reads what stands for one character of a set: {@code [...]}, {@code \d}, {@code \pL} and their
 * like.
 */
final class ClassReader {
  private static final Map<Character, CodePoints> PERL =
      Map.of(
          'd', CodePoints.of('0', '9'),
          's', CodePoints.of('\t', '\n', '\f', '\r', ' ', ' '),
          'w', CodePoints.WORD);

  private static final Map<String, CodePoints> POSIX =
      Map.ofEntries(
          Map.entry("alnum", CodePoints.of('0', '9', 'A', 'Z', 'a', 'z')),
          Map.entry("alpha", CodePoints.of('A', 'Z', 'a', 'z')),
          Map.entry("ascii", CodePoints.ASCII),
          Map.entry("blank", CodePoints.of('\t', '\t', ' ', ' ')),
          Map.entry("cntrl", CodePoints.of(0, 0x1F, 0x7F, 0x7F)),
          Map.entry("digit", CodePoints.of('0', '9')),
          Map.entry("graph", CodePoints.of('!', '~')),
          Map.entry("lower", CodePoints.of('a', 'z')),
          Map.entry("print", CodePoints.of(' ', '~')),
          Map.entry("punct", CodePoints.of('!', '/', ':', '@', '[', '`', '{', '~')),
          Map.entry("space", CodePoints.of('\t', '\r', ' ', ' ')),
          Map.entry("upper", CodePoints.of('A', 'Z')),
          Map.entry("word", CodePoints.WORD),
          Map.entry("xdigit", CodePoints.of('0', '9', 'A', 'F', 'a', 'f')));

  private final PatternCursor cursor;
  private final UnicodeSets unicode;

  ClassReader(PatternCursor cursor, UnicodeSets unicode) {
    this.cursor = cursor;
    this.unicode = unicode;
  }

  /** A single character, as the pattern wrote it from {@code start} on. */
  CodePoints literal(int c, int start, boolean fold) {
    if (fold && c >= 0x80) {
      return unicode.read(cursor.from(start), true);
    }
    CodePoints set = CodePoints.of(c, c);
    return fold ? set.folded() : set;
  }

  /** Whether a class escape such as {@code \d} or {@code \pL} stands here. */
  boolean looksAtEscape() {
    return looksAtUnicode()
        || cursor.looksAt("\\d")
        || cursor.looksAt("\\D")
        || cursor.looksAt("\\s")
        || cursor.looksAt("\\S")
        || cursor.looksAt("\\w")
        || cursor.looksAt("\\W");
  }

  /** Takes a class escape. */
  CodePoints takeEscape(boolean fold) {
    int start = cursor.at();
    if (looksAtUnicode()) {
      skipUnicode();
      return unicode.read(cursor.from(start), fold);
    }
    cursor.take("\\");
    char name = (char) cursor.take();
    CodePoints set = named(PERL.getOrDefault(Character.toLowerCase(name), CodePoints.NONE), fold);
    return Character.isUpperCase(name) ? set.complement() : set;
  }

  /** Takes {@code [...]}. */
  CodePoints takeBrackets(boolean fold) {
    int start = cursor.at();
    cursor.take("[");
    boolean negated = cursor.take("^");
    boolean foreign = false;
    CodePoints set = CodePoints.NONE;
    for (boolean first = true; first || !cursor.looksAt(']'); first = false) {
      if (!cursor.more()) {
        throw cursor.problem(start, "`[` is never closed; add `]`, or write `\\[`");
      }
      if (looksAtUnicode()) {
        skipUnicode();
        foreign = true;
      } else if (looksAtEscape()) {
        set = set.union(takeEscape(fold));
      } else if (cursor.looksAtPair("[:", ":]")) {
        set = set.union(takePosix(fold));
      } else {
        CodePoints range = takeRange(start);
        foreign |= fold && range.high(0) >= 0x80;
        set = set.union(named(range, fold));
      }
    }
    cursor.take("]");
    if (foreign) {
      return unicode.read(cursor.from(start), fold);
    }
    return negated ? set.complement() : set;
  }

  private CodePoints takeRange(int bracket) {
    int start = cursor.at();
    int low = takeOne(bracket);
    int high = low;
    if (cursor.looksAt('-') && !cursor.looksAt("-]")) {
      cursor.take("-");
      high = takeOne(bracket);
    }
    if (high < low) {
      throw cursor.problem(
          start, "range `" + cursor.from(start) + "` runs backwards; exchange its ends");
    }
    return CodePoints.of(low, high);
  }

  private int takeOne(int bracket) {
    if (!cursor.more()) {
      throw cursor.problem(bracket, "`[` is never closed; add `]`, or write `\\[`");
    }
    return cursor.looksAt('\\') ? cursor.takeEscape() : cursor.take();
  }

  private CodePoints takePosix(boolean fold) {
    int start = cursor.at();
    cursor.take("[:");
    boolean negated = cursor.take("^");
    CodePoints set = POSIX.get(cursor.takeUntil(":]"));
    if (set == null) {
      throw cursor.problem(
          start, "unknown class `" + cursor.from(start) + "`; write `[:alnum:]` or the like");
    }
    return negated ? named(set, fold).complement() : named(set, fold);
  }

  private static CodePoints named(CodePoints set, boolean fold) {
    return fold ? set.folded() : set;
  }

  private boolean looksAtUnicode() {
    return cursor.looksAt("\\p") || cursor.looksAt("\\P");
  }

  private void skipUnicode() {
    int start = cursor.at();
    cursor.take("\\");
    cursor.take();
    boolean complete =
        cursor.take("{") ? cursor.takeUntil("}") != null : cursor.more() && cursor.take() > 0;
    if (!complete) {
      throw cursor.problem(start, "`\\p` has no name; write `\\pL` or `\\p{Greek}`");
    }
  }
}
