package io.egressrules.engine.author.text;

import io.egressrules.policy.SourceLocation;
import java.util.Arrays;

/** A text as its author sees it: a name, and lines that count from 1. Immutable. */
public final class Source {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  private Source(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /**
   * A text and the name it is known by.
   *
   * @param name the file as its author names it
   * @param text the characters
   * @return the source
   */
  public static Source of(String name, String text) {
    return new Source(name, text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int lines = 1;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean lineEnds = c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1));
      if (lineEnds) {
        starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
        starts[lines++] = at + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  /**
   * The file.
   *
   * @return the name its author knows it by
   */
  public String name() {
    return name;
  }

  /**
   * The characters.
   *
   * @return the whole text
   */
  public String text() {
    return text;
  }

  /** The place of the character at an offset in UTF-16 code units. */
  SourceLocation locationOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new SourceLocation(name, line + 1, 1 + text.codePointCount(lineStarts[line], offset));
  }

  /** The place at a line and column that count from 0. */
  SourceLocation at(int line, int column) {
    return new SourceLocation(name, line + 1, column + 1);
  }

  /** The line of that number, from 1, without its end; empty when there is no such line. */
  String line(int number) {
    if (number < 1 || number > lineStarts.length) {
      return "";
    }
    int end = number == lineStarts.length ? text.length() : lineStarts[number];
    return text.substring(lineStarts[number - 1], end).stripTrailing();
  }
}
