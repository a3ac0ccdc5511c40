package io.egressrules.net;

/** Rewrites a path that the gate has admitted into the one form that is matched and sent. */
final class CanonicalPath {
  private static final String HEX = "0123456789ABCDEF";

  private CanonicalPath() {}

  /**
   * RFC 3986 section 6.2.2: escapes in upper case, unreserved characters unescaped, dot segments
   * resolved. What the RFC has no place for is escaped, as clients do: a lone percent sign, and the
   * characters {@code "<>[]^`{|}}. Empty segments stay.
   */
  static String of(String text, int start, int end) {
    return start == end ? "/" : withoutDotSegments(withPlainEscapes(text, start, end));
  }

  private static StringBuilder withPlainEscapes(String text, int start, int end) {
    StringBuilder out = new StringBuilder(end - start + 16);
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      int octet = c == '%' ? UrlChar.octet(text, at + 1, end) : -1;
      if (octet >= 0) {
        at += 2;
      }
      if (octet >= 0 && !isUnreserved(octet)) {
        escape(octet, out);
      } else if (octet >= 0) {
        out.append((char) octet);
      } else if (c == '/' || UrlChar.is(UrlChar.PATH, c)) {
        out.append(c);
      } else {
        escape(c, out);
      }
    }
    return out;
  }

  private static boolean isUnreserved(int octet) {
    return UrlChar.is(UrlChar.UNRESERVED, (char) octet);
  }

  private static void escape(int octet, StringBuilder out) {
    out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xF));
  }

  /** RFC 3986 section 5.2.4. */
  private static String withoutDotSegments(StringBuilder path) {
    StringBuilder out = new StringBuilder(path.length());
    int slash = 0;
    while (slash < path.length()) {
      int next = path.indexOf("/", slash + 1);
      int end = next < 0 ? path.length() : next;
      boolean dot = isDots(1, path, slash, end);
      boolean dotDot = isDots(2, path, slash, end);
      if (dotDot) {
        out.setLength(Math.max(0, out.lastIndexOf("/")));
      }
      if (!dot && !dotDot) {
        out.append(path, slash, end);
      } else if (next < 0) {
        out.append('/');
      }
      slash = end;
    }
    return out.isEmpty() ? "/" : out.toString();
  }

  /** Whether the segment from that slash is {@code count} dots. */
  private static boolean isDots(int count, StringBuilder path, int slash, int end) {
    boolean dots = end - slash == count + 1;
    for (int at = slash + 1; dots && at < end; at++) {
      dots = path.charAt(at) == '.';
    }
    return dots;
  }
}
