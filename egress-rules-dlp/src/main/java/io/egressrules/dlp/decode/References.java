package io.egressrules.dlp.decode;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Character references of XML and HTML (HTML section 13.5): numbers, and the names of what is in
 * ASCII.
 */
final class References {
  private static final int MOST_DIGITS = 7;
  private static final int LONGEST_NAME = 8;
  private static final Map<String, Character> NAMED = new HashMap<>();

  static {
    name('\t', "Tab");
    name('\n', "NewLine");
    name(' ', "nbsp");
    name('!', "excl");
    name('"', "quot", "QUOT");
    name('#', "num");
    name('$', "dollar");
    name('%', "percnt");
    name('&', "amp", "AMP");
    name('\'', "apos");
    name('(', "lpar");
    name(')', "rpar");
    name('*', "ast", "midast");
    name('+', "plus");
    name(',', "comma");
    name('-', "hyphen", "dash");
    name('.', "period");
    name('/', "sol");
    name(':', "colon");
    name(';', "semi");
    name('<', "lt", "LT");
    name('=', "equals");
    name('>', "gt", "GT");
    name('?', "quest");
    name('@', "commat");
    name('[', "lsqb", "lbrack");
    name('\\', "bsol");
    name(']', "rsqb", "rbrack");
    name('^', "Hat");
    name('_', "lowbar", "UnderBar");
    name('`', "grave");
    name('{', "lcub", "lbrace");
    name('|', "verbar", "vert");
    name('}', "rcub", "rbrace");
  }

  private References() {}

  private static void name(char c, String... names) {
    for (String name : names) {
      NAMED.put(name, c);
    }
  }

  /** Reads a reference as {@link Spelling#read} does. */
  static int read(byte[] bytes, int at, int limit) {
    if (at + 2 >= limit) {
      return Spelled.NOTHING;
    }
    if (bytes[at + 1] != '#') {
      return named(bytes, at, limit);
    }
    boolean hex = (bytes[at + 2] | 0x20) == 'x';
    return hex ? number(bytes, at, at + 3, 16, limit) : number(bytes, at, at + 2, 10, limit);
  }

  private static int number(byte[] bytes, int at, int from, int base, int limit) {
    int digits = Digits.count(bytes, from, limit, base, MOST_DIGITS);
    if (digits == 0) {
      return Spelled.NOTHING;
    }
    int end = from + digits;
    boolean closed = end < limit && bytes[end] == ';';
    return Spelled.codePoint(Digits.value(bytes, from, digits, base), end - at + (closed ? 1 : 0));
  }

  private static int named(byte[] bytes, int at, int limit) {
    int end = at + 1;
    while (end < limit
        && end - at <= LONGEST_NAME
        && (bytes[end] | 0x20) >= 'a'
        && (bytes[end] | 0x20) <= 'z') {
      end++;
    }
    if (end == limit || bytes[end] != ';') {
      return Spelled.NOTHING;
    }
    Character c = NAMED.get(new String(bytes, at + 1, end - at - 1, StandardCharsets.US_ASCII));
    return c == null ? Spelled.NOTHING : Spelled.codePoint(c, end + 1 - at);
  }
}
