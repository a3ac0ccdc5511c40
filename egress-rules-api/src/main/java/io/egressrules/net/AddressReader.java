package io.egressrules.net;

/**
 * Reads the text of IP addresses into bits, without allocating.
 *
 * <p>Only the forms all readers agree on: four decimal numbers without leading zeros, and RFC 4291
 * section 2.2 without a zone. A reader is used by one thread at a time.
 */
final class AddressReader {
  /** Says that the text is no IPv4 address. */
  static final long NOT_IPV4 = -1;

  private static final int GROUPS = 8;
  private static final int NO_GAP = -1;

  /** The upper and lower 64 bits of the IPv6 address read last. */
  long high;

  long low;

  private int groups;

  /** How many groups stand before {@code ::}. */
  private int gap;

  /** The groups behind {@code ::}, aligned to the right. */
  private long tailHigh;

  private long tailLow;

  /** The 32 bits of a dotted quad, or {@link #NOT_IPV4}. */
  static long ipv4(String text, int from, int to) {
    long bits = 0;
    int at = from;
    for (int part = 0; part < 4; part++) {
      if (part > 0 && (at >= to || text.charAt(at++) != '.')) {
        return NOT_IPV4;
      }
      int start = at;
      int number = 0;
      while (at < to && at < start + 3 && UrlChar.isDigit(text.charAt(at))) {
        number = number * 10 + text.charAt(at++) - '0';
      }
      boolean padded = at > start + 1 && text.charAt(start) == '0';
      if (at == start || padded || number > 255) {
        return NOT_IPV4;
      }
      bits = bits << 8 | number;
    }
    return at == to ? bits : NOT_IPV4;
  }

  /** Reads an IPv6 address into {@link #high} and {@link #low}; false if the text is none. */
  boolean ipv6(String text, int from, int to) {
    clear();
    int at = from;
    if (text.startsWith("::", from) && from + 2 <= to) {
      gap = 0;
      at += 2;
    }
    while (at < to) {
      int end = hexEnd(text, at, to);
      if (end < to && text.charAt(end) == '.') {
        return quad(ipv4(text, at, to)) && finish();
      }
      if (end == at || groups == GROUPS) {
        return false;
      }
      add(hex(text, at, end));
      at = separator(text, end, to);
    }
    return at == to && finish();
  }

  private void clear() {
    high = low = tailHigh = tailLow = 0;
    groups = 0;
    gap = NO_GAP;
  }

  /** The end of at most four hexadecimal digits. */
  private static int hexEnd(String text, int from, int to) {
    int limit = Math.min(to, from + 4);
    int at = from;
    while (at < limit && UrlChar.hex(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static long hex(String text, int from, int to) {
    long group = 0;
    for (int at = from; at < to; at++) {
      group = group << 4 | UrlChar.hex(text.charAt(at));
    }
    return group;
  }

  /** Steps over {@code :} or {@code ::}; beyond {@code to} if neither stands there rightly. */
  private int separator(String text, int at, int to) {
    if (at == to) {
      return to;
    }
    if (text.charAt(at) != ':' || at + 1 == to) {
      return to + 1;
    }
    if (text.charAt(at + 1) != ':') {
      return at + 1;
    }
    if (gap != NO_GAP) {
      return to + 1;
    }
    gap = groups;
    return at + 2;
  }

  private void add(long group) {
    if (gap != NO_GAP) {
      tailHigh = tailHigh << 16 | tailLow >>> 48;
      tailLow = tailLow << 16 | group;
    } else if (groups < 4) {
      high |= group << (48 - 16 * groups);
    } else {
      low |= group << (112 - 16 * groups);
    }
    groups++;
  }

  /** Adds an IPv4 address in the place of the last two groups. */
  private boolean quad(long ipv4) {
    if (ipv4 == NOT_IPV4 || groups > GROUPS - 2) {
      return false;
    }
    add(ipv4 >>> 16);
    add(ipv4 & 0xFFFF);
    return true;
  }

  private boolean finish() {
    high |= tailHigh;
    low |= tailLow;
    return gap == NO_GAP ? groups == GROUPS : groups < GROUPS;
  }
}
