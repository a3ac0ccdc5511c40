package io.egressrules.dlp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a body is written in: how a text may stand in it for a value, so that a receiver still reads
 * the rest as it was. It is told of every byte of the body in order. Used by one thread at a time.
 */
abstract class Medium {
  private static final Set<String> JSON =
      Set.of(
          "application/json",
          "application/x-ndjson",
          "application/jsonl",
          "application/json-seq",
          "text/json");

  /** The medium of a media type in lower case without parameters; empty where none is declared. */
  static Medium of(String type) {
    if (JSON.contains(type) || type.endsWith("+json")) {
      return new JsonMedium();
    }
    if (type.isEmpty()) {
      return new Undeclared();
    }
    return type.equals("application/x-www-form-urlencoded") ? new Form() : new Plain();
  }

  /** Bytes that leave as they are. */
  abstract void pass(byte[] bytes, int from, int to);

  /**
   * What stands for bytes of the body.
   *
   * @param bytes the bytes that are held, of which those from {@code from} to {@code to} are
   *     replaced, and up to {@code limit} more may be looked at
   * @param by what they are replaced by, ASCII without control characters, quotation marks and
   *     backslashes
   * @return what is written; null if nothing can be, without harm to the rest
   */
  abstract byte @Nullable [] replace(byte[] bytes, int from, int to, int limit, String by);

  /**
   * JSON if it begins as an object or a list of what is no number, as lines of logs do; else any
   * text.
   */
  private static final class Undeclared extends Medium {
    private @Nullable Medium medium;

    @Override
    void pass(byte[] bytes, int from, int to) {
      medium(bytes, from, to).pass(bytes, from, to);
    }

    @Override
    byte @Nullable [] replace(byte[] bytes, int from, int to, int limit, String by) {
      return medium(bytes, from, limit).replace(bytes, from, to, limit, by);
    }

    private Medium medium(byte[] bytes, int from, int limit) {
      Medium known = medium == null ? begun(bytes, from, limit) : medium;
      medium = known;
      return known;
    }

    private static Medium begun(byte[] bytes, int from, int limit) {
      int first = pastSpace(bytes, from, limit);
      int second = pastSpace(bytes, first + 1, limit);
      if (second >= limit) {
        return new Plain();
      }
      boolean object = bytes[first] == '{' && "\"}".indexOf(bytes[second]) >= 0;
      boolean list = bytes[first] == '[' && "\"{[]".indexOf(bytes[second]) >= 0;
      return object || list ? new JsonMedium() : new Plain();
    }

    private static int pastSpace(byte[] bytes, int from, int limit) {
      int at = from;
      while (at < limit && " \t\r\n".indexOf(bytes[at]) >= 0) {
        at++;
      }
      return at;
    }
  }

  /** Any text. */
  private static final class Plain extends Medium {
    @Override
    void pass(byte[] bytes, int from, int to) {}

    @Override
    byte[] replace(byte[] bytes, int from, int to, int limit, String by) {
      return by.getBytes(US_ASCII);
    }
  }

  /** Fields of a form (URL Standard section 5.2), where all but a few characters are escaped. */
  private static final class Form extends Medium {
    /** How many characters of an escape are still to come. */
    private int open;

    @Override
    void pass(byte[] bytes, int from, int to) {
      for (int i = from; i < to; i++) {
        step(bytes[i]);
      }
    }

    private void step(byte b) {
      open = open > 0 ? open - 1 : b == '%' ? 2 : 0;
    }

    /** The end of an escape that a value begins within stays. */
    @Override
    byte @Nullable [] replace(byte[] bytes, int from, int to, int limit, String by) {
      StringBuilder text = new StringBuilder();
      for (int i = from; i < to; i++) {
        if (bytes[i] == '&' || bytes[i] == '=') {
          return null;
        }
        if (open > 0 && text.length() == i - from) {
          text.append((char) bytes[i]);
        }
        step(bytes[i]);
      }
      for (int i = 0; i < by.length(); i++) {
        char c = by.charAt(i);
        boolean plain = Character.isLetterOrDigit(c) || "*-._".indexOf(c) >= 0;
        text.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
      }
      return text.toString().getBytes(US_ASCII);
    }
  }
}
