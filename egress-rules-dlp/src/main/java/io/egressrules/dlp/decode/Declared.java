package io.egressrules.dlp.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a message declares of its body: its media type and the codings it is written in.
 *
 * @param type the media type in lower case, without parameters; empty if none is declared
 * @param codings the content codings in lower case, in the order they were applied (RFC 9110
 *     section 8.4), without {@code identity}
 */
public record Declared(String type, List<String> codings) {
  /** Declares nothing. */
  public static final Declared NOTHING = new Declared("", List.of());

  /**
   * A declaration.
   *
   * @param type the media type
   * @param codings the content codings
   */
  public Declared {
    codings = List.copyOf(codings);
  }

  /**
   * Reads the fields of a message.
   *
   * @param contentType the value of Content-Type, or null
   * @param contentEncoding the value of Content-Encoding, or null
   * @return what they declare; any text is read, and a coding that is none is an unknown one
   */
  public static Declared of(@Nullable String contentType, @Nullable String contentEncoding) {
    List<String> codings = new ArrayList<>();
    for (String coding : lower(contentEncoding).split(",", -1)) {
      String word = coding.strip();
      if (!word.isEmpty() && !word.equals("identity")) {
        codings.add(word);
      }
    }
    String type = lower(contentType);
    int parameters = type.indexOf(';');
    return new Declared((parameters < 0 ? type : type.substring(0, parameters)).strip(), codings);
  }

  private static String lower(@Nullable String value) {
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }
}
