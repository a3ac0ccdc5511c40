package io.egressrules.engine;

import io.egressrules.engine.unicode.NoConverterException;
import io.egressrules.engine.unicode.UnicodeName;
import io.egressrules.engine.unicode.Utf8Escapes;
import io.egressrules.net.DomainName;
import io.egressrules.net.GateRule;
import io.egressrules.net.MalformedException;
import io.egressrules.net.UrlGate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Internationalised URLs and hosts (RFC 3987) as the ASCII text that the gate takes.
 *
 * <p>Nothing is admitted here. What comes out is text that still has to pass the gate:
 *
 * <pre>{@code
 * EgressRequest.toUrl(Iri.toAscii("https://münchen.example/straße"))
 * // https://xn--mnchen-3ya.example/stra%C3%9Fe
 * }</pre>
 *
 * <p>Call the ASCII text as well, not the one it was made from: clients convert differently.
 *
 * <ul>
 *   <li>A Unicode host becomes A-labels by UTS #46, non-transitional, with all checks (STD3 ASCII
 *       rules, hyphens, bidi, joiners, lengths). A host that conversion would turn into another
 *       one, but for letter case, is refused: no full-width digits become an address and no
 *       look-alike letters a name. This takes ICU4J, which is optional.
 *   <li>Behind the host, characters beyond ASCII are percent-encoded as UTF-8. Existing escapes
 *       stay as they are, and so does everything else.
 *   <li>ASCII text is returned as it is, and nothing is allocated: hosts that hold a percent sign,
 *       invalid A-labels and the like are for the gate to judge.
 * </ul>
 *
 * <p>A refusal is a {@link MalformedException}, as from the gate; it does not quote the text.
 * Whoever wants it decided and recorded all the same makes the request of the text that was
 * refused: the gate admits no character beyond ASCII.
 *
 * @since 0.1
 */
public final class Iri {
  private static final int MAX_ASCII = 0x7F;

  private Iri() {}

  /**
   * Converts a URL.
   *
   * <p>Takes time proportional to the length of the text; converts at most {@link
   * UrlGate#MAX_LENGTH} characters.
   *
   * @param url any text
   * @return ASCII text, to be passed through the gate: the same object if the text is ASCII
   * @throws MalformedException if the text cannot be converted
   */
  public static String toAscii(String url) {
    int first = firstBeyondAscii(url, 0, url.length());
    if (first < 0) {
      return url;
    }
    if (url.length() > UrlGate.MAX_LENGTH) {
      throw new MalformedException(GateRule.URL_LENGTH, UrlGate.MAX_LENGTH);
    }
    int slashes = url.indexOf("://");
    if (slashes < 0 || slashes > first) {
      throw new MalformedException(GateRule.SCHEME, 0);
    }
    int start = slashes + 3;
    int end = authorityEnd(url, start);
    StringBuilder ascii = new StringBuilder(url.length() * 2).append(url, 0, start);
    appendAuthority(url, start, end, ascii);
    Utf8Escapes.append(url, end, ascii);
    return ascii.toString();
  }

  /**
   * Converts a host, or a host and its port.
   *
   * @param authority any text; {@code host} or {@code host:port}
   * @return ASCII text, to be passed to {@link io.egressrules.net.Host#parse} or {@link
   *     io.egressrules.net.Target#ofAuthority}: the same object if the text is ASCII
   * @throws MalformedException if the text cannot be converted
   */
  public static String authorityToAscii(String authority) {
    if (firstBeyondAscii(authority, 0, authority.length()) < 0) {
      return authority;
    }
    StringBuilder ascii = new StringBuilder();
    appendAuthority(authority, 0, authority.length(), ascii);
    return ascii.toString();
  }

  /**
   * A name as people write it, for people to read; never to be called.
   *
   * @param name a name
   * @return the name with U-labels for its A-labels
   * @throws MalformedException if one of its A-labels is not valid (UTS #46), or ICU4J is absent
   */
  public static String toUnicode(DomainName name) {
    String ascii = name.value();
    boolean hasALabel = ascii.startsWith("xn--") || ascii.contains(".xn--");
    return hasALabel ? converted(ascii, UnicodeName::ofAscii, 0).unicode() : ascii;
  }

  private static int authorityEnd(String url, int start) {
    int at = start;
    while (at < url.length() && "/?#".indexOf(url.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static void appendAuthority(String text, int from, int to, StringBuilder ascii) {
    int hostStart = Math.max(text.lastIndexOf('@', to - 1) + 1, from);
    int colon = text.lastIndexOf(':', to - 1);
    int bracket = text.lastIndexOf(']', to - 1);
    int hostEnd = colon < Math.max(hostStart, bracket) ? to : colon;
    refuseBeyondAscii(text, from, hostStart, GateRule.USERINFO);
    refuseBeyondAscii(text, hostEnd, to, GateRule.PORT);
    ascii.append(text, from, hostStart);
    if (firstBeyondAscii(text, hostStart, hostEnd) < 0) {
      ascii.append(text, hostStart, hostEnd);
    } else {
      appendHost(text, hostStart, hostEnd, ascii);
    }
    ascii.append(text, hostEnd, to);
  }

  private static void appendHost(String text, int from, int to, StringBuilder ascii) {
    for (int at = from; at < to; at++) {
      GateRule broken = ruleAgainst(text.charAt(at));
      if (broken != null) {
        throw new MalformedException(broken, at);
      }
    }
    boolean rooted = text.charAt(to - 1) == '.';
    int end = rooted ? to - 1 : to;
    if (text.codePointCount(from, end) > DomainName.MAX_LENGTH) {
      throw new MalformedException(GateRule.HOST_LENGTH, from);
    }
    String written = text.substring(from, end);
    UnicodeName name = converted(written, UnicodeName::parse, from);
    if (!name.isWritten(written)) {
      throw new MalformedException(GateRule.HOST_UNICODE, from);
    }
    ascii.append(name.ascii()).append(rooted ? "." : "");
  }

  /** What no converter need be asked about. */
  private static @Nullable GateRule ruleAgainst(char c) {
    return switch (c) {
      case '%' -> GateRule.HOST_PERCENT;
      case '\\' -> GateRule.BACKSLASH;
      case '[', ']', ':' -> GateRule.HOST_IPV6;
      default -> c <= ' ' || c == MAX_ASCII ? GateRule.CHARACTER : null;
    };
  }

  private static UnicodeName converted(
      String name, Function<String, UnicodeName> reader, int offset) {
    try {
      return reader.apply(name);
    } catch (NoConverterException absent) {
      throw new MalformedException(GateRule.HOST_UNCONVERTED, offset);
    } catch (IllegalArgumentException invalid) {
      throw new MalformedException(GateRule.HOST_UNICODE, offset);
    }
  }

  private static void refuseBeyondAscii(String text, int from, int to, GateRule rule) {
    int at = firstBeyondAscii(text, from, to);
    if (at >= 0) {
      throw new MalformedException(rule, at);
    }
  }

  private static int firstBeyondAscii(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) > MAX_ASCII) {
        return at;
      }
    }
    return -1;
  }
}
