package io.egressrules.engine.client.jdk;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request to a proxy (RFC 9112), read strictly: whatever two readers could take
 * differently is refused, since the head is passed on.
 *
 * @param method the method
 * @param target the request target in authority-form or absolute-form
 * @param fields the field lines, in order
 */
record RequestHead(String method, String target, List<Field> fields) {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern REQUEST_LINE =
      Pattern.compile("(" + TOKEN + ") ([\\x21-\\x7e]+) HTTP/1\\.1");
  private static final Pattern FIELD_LINE =
      Pattern.compile("(" + TOKEN + "):[ \\t]*([\\t\\x20-\\x7e\\x80-\\xff]*)");
  private static final String HTTP = "http://";
  private static final int HTTP_PORT = 80;

  /**
   * Fields that concern one connection only (RFC 9110 section 7.6.1), and those of HTTP/2 upgrade.
   */
  private static final Set<String> HOP_BY_HOP =
      Set.of("connection", "keep-alive", "te", "upgrade", "http2-settings");

  /** Fields that a Connection field cannot take away, whatever it names. */
  private static final Set<String> LASTING = Set.of("host", "content-length", "transfer-encoding");

  /**
   * One field line.
   *
   * @param name the name as written
   * @param value the value without surrounding white space
   */
  record Field(String name, String value) {
    boolean is(String other) {
      return name.equalsIgnoreCase(other);
    }

    /** The name; the value may be secret. */
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Reads a head.
   *
   * @param text the head with its final empty line
   * @throws ProtocolException if it is not one; the text is not quoted
   */
  static RequestHead parse(String text) throws ProtocolException {
    String[] lines = text.split("\r\n", -1);
    var start = REQUEST_LINE.matcher(lines[0]);
    if (lines.length < 3 || !start.matches()) {
      throw new ProtocolException("malformed request line");
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 1; i < lines.length - 2; i++) {
      var line = FIELD_LINE.matcher(lines[i]);
      if (!line.matches()) {
        throw new ProtocolException("malformed field line");
      }
      fields.add(new Field(line.group(1), line.group(2).strip()));
    }
    return new RequestHead(start.group(1), start.group(2), List.copyOf(fields));
  }

  boolean isConnect() {
    return method.equals("CONNECT");
  }

  /** The one value of a field, or null when there is none; several are refused. */
  @Nullable String single(String name) throws ProtocolException {
    List<String> values = values(name);
    if (values.size() > 1) {
      throw new ProtocolException("repeated field");
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /** Where the request goes, by its target and, equally, by its Host field. */
  Destination destination() throws ProtocolException {
    int defaultPort = isConnect() ? 0 : HTTP_PORT;
    Destination destination = Destination.parse(authority(), defaultPort);
    String host = single("host");
    if (host == null || !Destination.parse(host, destination.port()).equals(destination)) {
      throw new ProtocolException("the Host field differs from the target");
    }
    return destination;
  }

  private String authority() throws ProtocolException {
    if (isConnect()) {
      return target;
    }
    if (!target.startsWith(HTTP)) {
      throw new ProtocolException("not an absolute http URL");
    }
    return target.substring(HTTP.length(), originEnd());
  }

  private int originEnd() {
    int end = HTTP.length();
    while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** How the body of this request is framed (RFC 9112 section 6.3). */
  BodyFrame body() throws ProtocolException {
    String length = single("content-length");
    String coding = single("transfer-encoding");
    if (length != null && coding != null) {
      throw new ProtocolException("two framings");
    }
    if (coding != null) {
      if (!coding.equalsIgnoreCase("chunked")) {
        throw new ProtocolException("not the chunked coding alone");
      }
      return new ChunkedFrame();
    }
    return LengthFrame.parse(length == null ? "0" : length);
  }

  /** This head for the origin server: the path alone, and nothing for proxies. */
  String toOriginForm() {
    String path = target.substring(originEnd());
    return render(path.startsWith("/") ? path : "/" + path, field -> false);
  }

  /** This head for the next proxy, which may be told the caller's credentials. */
  String toProxyForm() {
    return render(
        target, field -> field.is(Ticket.DECOY_FIELD) && !field.value().equals(Ticket.DECOY));
  }

  private String render(String requestTarget, Predicate<Field> forProxy) {
    Set<String> nominated = nominated();
    StringBuilder text = new StringBuilder(512);
    text.append(method).append(' ').append(requestTarget).append(" HTTP/1.1\r\n");
    for (Field field : fields) {
      String name = field.name().toLowerCase(Locale.ROOT);
      boolean ends = name.startsWith("proxy-") ? !forProxy.test(field) : nominated.contains(name);
      if (!ends) {
        text.append(field.name()).append(": ").append(field.value()).append("\r\n");
      }
    }
    return text.append("\r\n").toString();
  }

  /** The names of the fields that end at the connector. */
  private Set<String> nominated() {
    return Stream.concat(
            HOP_BY_HOP.stream(),
            values("connection").stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !LASTING.contains(name)))
        .collect(Collectors.toSet());
  }

  /** The method and the names of the fields; the rest may be secret. */
  @Override
  public String toString() {
    return method + " " + fields;
  }

  private List<String> values(String name) {
    return fields.stream().filter(field -> field.is(name)).map(Field::value).toList();
  }
}
