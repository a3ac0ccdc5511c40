package io.egressrules.net;

/** The part of the gate that reads path, query and fragment. */
final class PathScan {
  private static final int DELETE = 0x7F;

  private PathScan() {}

  /** Reads from the end of the authority to the end of the text; false if it is refused. */
  static boolean scan(String text, int from, UrlParts parts) {
    int at = path(text, from, parts);
    if (at != UrlParts.REFUSED && at < text.length() && text.charAt(at) == '?') {
      at = query(text, at + 1, parts);
    }
    if (at != UrlParts.REFUSED && at < text.length()) {
      parts.rewriteText();
      at = graphic(text, at + 1, parts);
    }
    return at != UrlParts.REFUSED;
  }

  private static int path(String text, int from, UrlParts parts) {
    int segment = from + 1;
    int at = from;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (UrlChar.is(UrlChar.PATH, c)) {
        continue;
      }
      if (c == '/') {
        innerSegment(text, segment, at, parts);
        segment = at + 1;
      } else if (c == '?' || c == '#') {
        break;
      } else if (c == '%') {
        at = escape(text, at, parts);
      } else if (UrlChar.is(UrlChar.GRAPHIC, c)) {
        parts.rewritePath();
      } else {
        return parts.refuse(UrlChar.ruleAgainst(c), at);
      }
    }
    dotSegment(text, segment, at, parts);
    parts.pathStart = from;
    parts.pathEnd = at;
    if (from == at) {
      parts.rewriteText();
    }
    return at;
  }

  /** A segment that another one follows; {@code from > to} before the first. */
  private static void innerSegment(String text, int from, int to, UrlParts parts) {
    if (from == to) {
      parts.add(TargetTrait.EMPTY_SEGMENT);
    }
    dotSegment(text, from, to, parts);
  }

  /** Notes a segment of one or two dots, plain or escaped, with or without parameters. */
  private static void dotSegment(String text, int from, int to, UrlParts parts) {
    int dots = 0;
    int at = from;
    while (at < to && dots < 3) {
      if (text.charAt(at) == '.') {
        at++;
      } else if (isEscapeOf('.', text, at, to)) {
        at += 3;
      } else {
        break;
      }
      dots++;
    }
    if (dots != 1 && dots != 2) {
      return;
    }
    if (at == to) {
      parts.add(TargetTrait.DOT_SEGMENTS);
      parts.rewritePath();
    } else if (text.charAt(at) == ';' || isEscapeOf(';', text, at, to)) {
      parts.add(TargetTrait.DOT_PARAMETERS);
    }
  }

  private static boolean isEscapeOf(char c, String text, int at, int end) {
    return text.charAt(at) == '%' && UrlChar.octet(text, at + 1, end) == c;
  }

  /** Judges the percent sign at {@code at}; returns the last offset that belongs to it. */
  private static int escape(String text, int at, UrlParts parts) {
    int octet = UrlChar.octet(text, at + 1, text.length());
    if (octet < 0) {
      parts.add(TargetTrait.INVALID_ESCAPE);
      parts.rewritePath();
      return at;
    }
    boolean needless = octet < 128 && UrlChar.is(UrlChar.UNRESERVED, (char) octet);
    if (needless || text.charAt(at + 1) >= 'a' || text.charAt(at + 2) >= 'a') {
      parts.rewritePath();
    }
    judge(octet, parts);
    int inner = octet == '%' ? UrlChar.octet(text, at + 3, text.length()) : -1;
    if (inner >= 0) {
      parts.add(TargetTrait.DOUBLE_ENCODING);
      judge(inner, parts);
    }
    return at + 2;
  }

  private static void judge(int octet, UrlParts parts) {
    if (octet == '/' || octet == '\\') {
      parts.add(TargetTrait.ENCODED_SLASH);
    } else if (isControl(octet)) {
      parts.add(TargetTrait.ENCODED_CONTROL);
    } else if (octet == 0xC0 || octet == 0xC1 || octet >= 0xF5) {
      parts.add(TargetTrait.INVALID_ESCAPE);
    }
  }

  private static boolean isControl(int octet) {
    return octet >= 0 && (octet < ' ' || octet == DELETE);
  }

  /** The query is opaque: nothing in it is rewritten. */
  private static int query(String text, int from, UrlParts parts) {
    parts.queryStart = from;
    int at = from;
    for (; at < text.length() && text.charAt(at) != '#'; at++) {
      char c = text.charAt(at);
      if (!UrlChar.is(UrlChar.GRAPHIC, c)) {
        return parts.refuse(UrlChar.ruleAgainst(c), at);
      }
      if (c == '%' && escapesControl(text, at)) {
        parts.add(TargetTrait.ENCODED_CONTROL_IN_QUERY);
      }
    }
    parts.queryEnd = at;
    return at;
  }

  private static boolean escapesControl(String text, int at) {
    int octet = UrlChar.octet(text, at + 1, text.length());
    return isControl(octet)
        || (octet == '%' && isControl(UrlChar.octet(text, at + 3, text.length())));
  }

  private static int graphic(String text, int from, UrlParts parts) {
    for (int at = from; at < text.length(); at++) {
      if (!UrlChar.is(UrlChar.GRAPHIC, text.charAt(at))) {
        return parts.refuse(UrlChar.ruleAgainst(text.charAt(at)), at);
      }
    }
    return text.length();
  }
}
