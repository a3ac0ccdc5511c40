package io.egressrules.dlp.decode;

import java.nio.charset.StandardCharsets;

/**
 * The name of the field that a value stands in, read backwards from the value: {@code "name": "…},
 * {@code name=…}, {@code name: …}, {@code <name>…}, or the name of a part of a multipart body.
 */
final class FieldName {
  private static final int FAR = 256;
  private static final int LONGEST = 64;
  private static final byte[] PART = "name=\"".getBytes(StandardCharsets.US_ASCII);

  private FieldName() {}

  /** The name of the field around an offset of a text; the name of the text if none is seen. */
  static String before(Text text, long offset) {
    byte[] bytes = text.bytes();
    int at = text.index(offset);
    int first = Math.max(0, at - FAR);
    String name = ofPart(bytes, first, at);
    if (name.isEmpty()) {
      name = ofField(bytes, first, at);
    }
    return name.isEmpty() ? text.layer().name() : name;
  }

  private static String ofPart(byte[] bytes, int first, int at) {
    int blank = at;
    while (blank > first && (bytes[blank - 1] == '\r' || bytes[blank - 1] == '\n')) {
      blank--;
    }
    if (at - blank < 2) {
      return "";
    }
    for (int i = blank - PART.length; i > first; i--) {
      if (!inName(bytes[i - 1]) && startsWith(bytes, i)) {
        return quoted(bytes, i + PART.length, blank);
      }
    }
    return "";
  }

  private static boolean startsWith(byte[] bytes, int at) {
    for (int i = 0; i < PART.length; i++) {
      if (bytes[at + i] != PART[i]) {
        return false;
      }
    }
    return true;
  }

  private static String quoted(byte[] bytes, int from, int limit) {
    int end = from;
    while (end < limit && end - from < LONGEST && bytes[end] != '"') {
      end++;
    }
    return text(bytes, from, end);
  }

  private static String ofField(byte[] bytes, int first, int at) {
    int i = at;
    while (i > first && !endsName(bytes[i - 1])) {
      i--;
    }
    while (i > first && isFiller(bytes[i - 1])) {
      i--;
    }
    if (i == first) {
      return "";
    }
    return switch (bytes[i - 1]) {
      case ':', '=' -> backwards(bytes, first, i - 1);
      case '>' -> ofElement(bytes, first, i - 1);
      default -> "";
    };
  }

  private static String backwards(byte[] bytes, int first, int at) {
    int end = at;
    while (end > first && isFiller(bytes[end - 1])) {
      end--;
    }
    int start = end;
    while (start > first && end - start < LONGEST && inName(bytes[start - 1])) {
      start--;
    }
    return text(bytes, start, end);
  }

  private static String ofElement(byte[] bytes, int first, int close) {
    int open = close;
    while (open > first && close - open < LONGEST && bytes[open] != '<') {
      open--;
    }
    int end = open + 1;
    while (end < close && inName(bytes[end])) {
      end++;
    }
    return bytes[open] == '<' ? text(bytes, open + 1, end) : "";
  }

  private static boolean endsName(byte b) {
    return b == '"' || b == '\'' || b == ':' || b == '=' || b == '>' || b == '&' || b == '\n';
  }

  private static boolean isFiller(byte b) {
    return b == '"' || b == '\'' || b == '\\' || b == ' ' || b == '\t';
  }

  private static boolean inName(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'A' && b <= 'Z')
        || (b >= 'a' && b <= 'z')
        || b == '_'
        || b == '-'
        || b == '.'
        || b == '['
        || b == ']';
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }
}
