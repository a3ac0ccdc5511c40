package io.egressrules.net;

import org.jspecify.annotations.Nullable;

/**
 * A range of ports, both ends included.
 *
 * <p>Ranges are ordered by first port, then by last.
 *
 * @since 0.1
 */
public final class PortRange implements Comparable<PortRange> {
  private static final int MAX = 65_535;

  private final int from;
  private final int to;

  private PortRange(int from, int to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Reads {@code port} or {@code from-to}.
   *
   * @param text decimal numbers without leading zeros, without spaces
   * @return the range
   * @throws IllegalArgumentException if the text is no range; the message quotes it
   */
  public static PortRange parse(String text) {
    int dash = text.indexOf('-');
    int from = port(text, 0, dash < 0 ? text.length() : dash);
    int to = dash < 0 ? from : port(text, dash + 1, text.length());
    if (from == 0 || to == 0) {
      throw PolicyText.refused(
          "ports", text, "write a port from 1 to 65535, or two of them like `8000-8099`");
    }
    if (from > to) {
      throw PolicyText.refused("ports", text, "write `" + to + "-" + from + "`");
    }
    return new PortRange(from, to);
  }

  /** The port written there, or 0 if there is none. */
  private static int port(String text, int start, int end) {
    if (start == end || end - start > 5 || text.charAt(start) == '0') {
      return 0;
    }
    int number = 0;
    for (int at = start; at < end; at++) {
      if (!UrlChar.isDigit(text.charAt(at))) {
        return 0;
      }
      number = number * 10 + text.charAt(at) - '0';
    }
    return number > MAX ? 0 : number;
  }

  /**
   * The range of one port.
   *
   * @param port 1 to 65535
   * @return the range
   * @throws IllegalArgumentException if the port is out of range
   */
  public static PortRange of(int port) {
    return of(port, port);
  }

  /**
   * The range of two ports and all between them.
   *
   * @param from the first port, 1 to 65535
   * @param to the last port, not below the first
   * @return the range
   * @throws IllegalArgumentException if a port is out of range, or they are in the wrong order
   */
  public static PortRange of(int from, int to) {
    if (from < 1 || to > MAX || from > to) {
      throw PolicyText.refused("ports", from + "-" + to, "pass two ports in order, 1 to 65535");
    }
    return new PortRange(from, to);
  }

  /**
   * The first port.
   *
   * @return 1 to 65535
   */
  public int from() {
    return from;
  }

  /**
   * The last port.
   *
   * @return the first port to 65535
   */
  public int to() {
    return to;
  }

  /**
   * Whether a port is in this range.
   *
   * @param port any number
   * @return true if it is the first port, the last or one between
   */
  public boolean contains(int port) {
    return port >= from && port <= to;
  }

  @Override
  public int compareTo(PortRange other) {
    return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PortRange range && from == range.from && to == range.to;
  }

  @Override
  public int hashCode() {
    return from << 16 | to;
  }

  /** {@code port}, or {@code from-to} if there is more than one. */
  @Override
  public String toString() {
    return from == to ? Integer.toString(from) : from + "-" + to;
  }
}
