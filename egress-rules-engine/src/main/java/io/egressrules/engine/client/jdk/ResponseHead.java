package io.egressrules.engine.client.jdk;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The head of a response, read leniently, since it is passed on as it is but for a few fields, and
 * the client judges it.
 *
 * @param statusLine the first line
 * @param fields the other lines, each with those that continue it (RFC 9112 section 5.2)
 */
record ResponseHead(String statusLine, List<String> fields) {
  private static final Set<String> OF_CONNECTION =
      Set.of("connection", "keep-alive", "proxy-connection", "upgrade");
  private static final Set<String> OF_PROXY =
      Set.of("proxy-authenticate", "proxy-authentication-info");

  static ResponseHead parse(String text) throws ProtocolException {
    String[] lines = text.split("\r?\n", -1);
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < lines.length && !(i > 0 && lines[i].isEmpty()); i++) {
      if (lines[i].indexOf('\r') >= 0) {
        throw new ProtocolException("a carriage return within a line");
      }
      boolean continues = lines[i].startsWith(" ") || lines[i].startsWith("\t");
      if (continues && fields.size() > 1) {
        fields.set(fields.size() - 1, fields.get(fields.size() - 1) + "\r\n" + lines[i]);
      } else {
        fields.add(lines[i]);
      }
    }
    return new ResponseHead(fields.get(0), List.copyOf(fields.subList(1, fields.size())));
  }

  /** Whether the server says that the connection ends. */
  boolean closes() {
    return values("connection")
        .flatMap(value -> Stream.of(value.split(",")))
        .anyMatch(option -> option.strip().equalsIgnoreCase("close"));
  }

  /** How the body is framed; null when it ends with the connection, or there is any doubt. */
  @Nullable BodyFrame body() {
    List<String> lengths = values("content-length").toList();
    List<String> codings = values("transfer-encoding").toList();
    if (codings.size() == 1 && lengths.isEmpty()) {
      return codings.get(0).equalsIgnoreCase("chunked") ? new ChunkedFrame() : null;
    }
    try {
      boolean stated = codings.isEmpty() && lengths.size() == 1;
      return stated ? LengthFrame.parse(lengths.get(0)) : null;
    } catch (ProtocolException doubtful) {
      return null;
    }
  }

  /**
   * The head for the client.
   *
   * @param ofProxy whether a proxy answers
   * @param last whether the connection ends with this answer
   */
  String toText(boolean ofProxy, boolean last) {
    StringBuilder text = new StringBuilder(statusLine).append("\r\n");
    for (String field : fields) {
      String name = name(field);
      if (!OF_CONNECTION.contains(name) && (ofProxy || !OF_PROXY.contains(name))) {
        text.append(field).append("\r\n");
      }
    }
    return text.append(last ? "Connection: close\r\n\r\n" : "\r\n").toString();
  }

  private Stream<String> values(String name) {
    return fields.stream()
        .filter(field -> name(field).equals(name))
        .map(field -> field.substring(field.indexOf(':') + 1).strip());
  }

  private static String name(String field) {
    int colon = field.indexOf(':');
    return (colon < 0 ? field : field.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
  }
}
