package io.egressrules.dlp.scan;

import org.jspecify.annotations.Nullable;

/** A place in the text of a pattern, and the escapes that may stand there. */
final class PatternCursor {
  private final String pattern;
  private int at;

  PatternCursor(String pattern) {
    this.pattern = pattern;
  }

  int at() {
    return at;
  }

  void back(int to) {
    at = to;
  }

  boolean more() {
    return at < pattern.length();
  }

  boolean looksAt(char c) {
    return more() && pattern.charAt(at) == c;
  }

  boolean looksAt(String text) {
    return pattern.startsWith(text, at);
  }

  /** Whether {@code open} stands here, and {@code close} somewhere after it. */
  boolean looksAtPair(String open, String close) {
    return looksAt(open) && pattern.indexOf(close, at + open.length()) >= 0;
  }

  /** The code point here, which is not taken. */
  int peek() {
    return pattern.codePointAt(at);
  }

  /** Takes one code point. */
  int take() {
    int c = pattern.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  /** Takes {@code text} if it stands here. */
  boolean take(String text) {
    if (!looksAt(text)) {
      return false;
    }
    at += text.length();
    return true;
  }

  /** Takes everything up to {@code end}, and {@code end}; returns null when there is none. */
  @Nullable String takeUntil(String end) {
    int found = pattern.indexOf(end, at);
    if (found < 0) {
      return null;
    }
    String text = pattern.substring(at, found);
    at = found + end.length();
    return text;
  }

  String from(int start) {
    return pattern.substring(start, at);
  }

  /** What is wrong at an offset, and how to put it right. */
  IllegalArgumentException problem(int offset, String what) {
    return new IllegalArgumentException("offset " + offset + ": " + what);
  }

  /** Takes a backslash and what it escapes, where that is one character. */
  int takeEscape() {
    int start = at;
    at++;
    if (!more()) {
      throw problem(start, "nothing follows the backslash; write `\\\\` for a backslash");
    }
    int c = take();
    return switch (c) {
      case 'a' -> 7;
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 11;
      case 'x' -> takeHex(start);
      case '0' -> takeOctal(0);
      case '1', '2', '3', '4', '5', '6', '7' -> {
        if (!more() || octal() < 0) {
          throw problem(
              start, "back-reference `" + from(start) + "` cannot be matched in linear time");
        }
        yield takeOctal(c - '0');
      }
      default -> {
        if (c < 0x80 && Character.isLetterOrDigit(c)) {
          throw problem(
              start, "unknown escape `" + from(start) + "`; write the character without backslash");
        }
        yield c;
      }
    };
  }

  /** Two hexadecimal digits, or any number of them in braces. */
  private int takeHex(int start) {
    int value = 0;
    int digits = 0;
    boolean braces = take("{");
    while (more() && digits < (braces ? 9 : 2)) {
      int digit = Character.digit(pattern.charAt(at), 16);
      if (digit < 0 || pattern.charAt(at) >= 0x80) {
        break;
      }
      value = value * 16 + digit;
      digits++;
      at++;
    }
    boolean closed = braces ? digits > 0 && take("}") : digits == 2;
    if (!closed || value < 0 || value > Character.MAX_CODE_POINT) {
      throw problem(start, "`" + from(start) + "` is no code point; write `\\x7e` or `\\x{20ac}`");
    }
    return value;
  }

  private int takeOctal(int first) {
    int value = first;
    for (int i = 1; i < 3 && more() && octal() >= 0; i++) {
      value = value * 8 + octal();
      at++;
    }
    return value;
  }

  private int octal() {
    char c = pattern.charAt(at);
    return c >= '0' && c <= '7' ? c - '0' : -1;
  }
}
