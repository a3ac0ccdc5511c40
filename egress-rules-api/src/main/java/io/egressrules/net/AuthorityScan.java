package io.egressrules.net;

/**
 * The part of the gate that reads an authority: rules 3 to 7.
 *
 * <p>Every method returns the offset behind what it read, or {@link UrlParts#REFUSED}.
 */
final class AuthorityScan {
  /** Longer than any IPv6 address and its brackets. */
  private static final int BRACKET_WINDOW = 48;

  private static final int MAX_PORT = 65_535;

  private AuthorityScan() {}

  /** Host and port, and user information that is dropped. */
  static int authority(String text, int from, UrlParts parts) {
    int end = hostAndPort(text, from, parts);
    if (end != UrlParts.REFUSED) {
      return end;
    }
    // No host or port holds an `@`, so reading the host first costs nothing when there is none.
    int sign = userInfoSign(text, from);
    return sign < 0 ? UrlParts.REFUSED : behindUserInfo(text, from, sign, parts);
  }

  /** The first {@code @} of the authority, or -1. */
  private static int userInfoSign(String text, int from) {
    for (int at = from; at < text.length() && !endsAuthority(text.charAt(at)); at++) {
      if (text.charAt(at) == '@') {
        return at;
      }
    }
    return -1;
  }

  private static int behindUserInfo(String text, int from, int sign, UrlParts parts) {
    for (int at = from; at < sign; at++) {
      char c = text.charAt(at);
      if (c == '%') {
        return parts.refuse(GateRule.HOST_PERCENT, at);
      }
      if (!UrlChar.is(UrlChar.GRAPHIC, c)) {
        return parts.refuse(UrlChar.ruleAgainst(c), at);
      }
      if (!UrlChar.is(UrlChar.USERINFO, c)) {
        return parts.refuse(GateRule.USERINFO, at);
      }
    }
    if (from == sign) {
      return parts.refuse(GateRule.USERINFO, sign);
    }
    parts.clear();
    parts.add(TargetTrait.USERINFO_DROPPED);
    parts.rewriteText();
    return hostAndPort(text, sign + 1, parts);
  }

  /** Host and port without user information. */
  static int hostAndPort(String text, int from, UrlParts parts) {
    boolean bracketed = from < text.length() && text.charAt(from) == '[';
    int end = bracketed ? bracketed(text, from, parts) : name(text, from, parts);
    if (end != UrlParts.REFUSED && end < text.length() && text.charAt(end) == ':') {
      return port(text, end + 1, parts);
    }
    parts.port = parts.scheme.defaultPort();
    return end;
  }

  private static int bracketed(String text, int from, UrlParts parts) {
    int limit = Math.min(text.length(), from + BRACKET_WINDOW);
    int close = from + 1;
    while (close < limit && text.charAt(close) != ']') {
      close++;
    }
    if (close == limit || !parts.address.ipv6(text, from + 1, close)) {
      return parts.refuse(GateRule.HOST_IPV6, from);
    }
    int end = close + 1;
    if (end < text.length() && !endsHost(text.charAt(end))) {
      return parts.refuse(ruleAgainst(text.charAt(end), GateRule.HOST_IPV6), end);
    }
    parts.ipAddress = true;
    parts.ipv4 = false;
    parts.hostStart = from;
    parts.hostEnd = end;
    parts.rewriteHost();
    return end;
  }

  /** A domain name or a dotted quad. */
  static int name(String text, int from, UrlParts parts) {
    int end = PlainName.read(text, from, parts.hostWords);
    return end != PlainName.OTHER && endsHost(text.charAt(end))
        ? named(from, end, parts)
        : labels(text, from, parts);
  }

  /** The same, whatever the name, label by label. */
  static int labels(String text, int from, UrlParts parts) {
    int seen = 0;
    int label = from;
    int lastLabel = from;
    int at = from;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      int flags = UrlChar.flags(c);
      if ((flags & UrlChar.HOST) != 0) {
        seen |= flags;
      } else if (c != '.') {
        break;
      } else if (isLabel(text, label, at)) {
        lastLabel = label;
        label = at + 1;
      } else {
        return parts.refuse(GateRule.HOST_LABEL, label);
      }
    }
    if (at < text.length() && !endsHost(text.charAt(at))) {
      return parts.refuse(ruleAgainst(text.charAt(at), GateRule.HOST_LABEL), at);
    }
    if (at == from) {
      return parts.refuse(GateRule.HOST_EMPTY, from);
    }
    boolean trailingDot = label == at;
    if (!trailingDot && !isLabel(text, label, at)) {
      return parts.refuse(GateRule.HOST_LABEL, label);
    }
    if (UrlChar.isDigit(text.charAt(trailingDot ? lastLabel : label))) {
      return quad(text, from, at, parts);
    }
    return canonical(text, from, trailingDot ? at - 1 : at, at, seen, parts);
  }

  private static boolean isLabel(String text, int start, int end) {
    return end > start
        && end - start <= DomainName.MAX_LABEL
        && text.charAt(start) != '-'
        && text.charAt(end - 1) != '-';
  }

  private static int quad(String text, int from, int to, UrlParts parts) {
    long bits = AddressReader.ipv4(text, from, to);
    if (bits == AddressReader.NOT_IPV4) {
      return parts.refuse(GateRule.HOST_IPV4, from);
    }
    parts.ipAddress = true;
    parts.ipv4 = true;
    parts.address.high = 0;
    parts.address.low = bits;
    parts.hostStart = from;
    parts.hostEnd = to;
    return to;
  }

  private static int canonical(String text, int from, int to, int end, int seen, UrlParts parts) {
    if (to - from > DomainName.MAX_LENGTH) {
      return parts.refuse(GateRule.HOST_LENGTH, from);
    }
    if ((seen & UrlChar.UNDERSCORE) != 0) {
      parts.add(TargetTrait.UNDERSCORE);
    }
    if ((seen & UrlChar.UPPER) != 0 || to != end) {
      parts.rewriteHost();
    }
    parts.hostWords.read(text, from, to);
    named(from, to, parts);
    return end;
  }

  private static int named(int from, int to, UrlParts parts) {
    parts.ipAddress = false;
    parts.hostStart = from;
    parts.hostEnd = to;
    return to;
  }

  private static int port(String text, int from, UrlParts parts) {
    int limit = Math.min(text.length(), from + 6);
    int number = 0;
    int at = from;
    while (at < limit && UrlChar.isDigit(text.charAt(at))) {
      number = number * 10 + text.charAt(at++) - '0';
    }
    if (at < text.length() && !endsAuthority(text.charAt(at))) {
      return parts.refuse(ruleAgainst(text.charAt(at), GateRule.PORT), at);
    }
    if (at == from || text.charAt(from) == '0' || number > MAX_PORT) {
      return parts.refuse(GateRule.PORT, from);
    }
    parts.port = number;
    if (number == parts.scheme.defaultPort()) {
      parts.rewriteText();
    }
    return at;
  }

  private static boolean endsHost(char c) {
    return c == ':' || endsAuthority(c);
  }

  private static boolean endsAuthority(char c) {
    return c == '/' || c == '?' || c == '#';
  }

  /** The rule a character breaks that cannot stand where it stands. */
  private static GateRule ruleAgainst(char c, GateRule otherwise) {
    if (!UrlChar.is(UrlChar.GRAPHIC, c)) {
      return UrlChar.ruleAgainst(c);
    }
    return switch (c) {
      case '%' -> GateRule.HOST_PERCENT;
      case '@' -> GateRule.USERINFO;
      default -> otherwise;
    };
  }
}
