package io.egressrules.engine.client.jdk;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the answer to one plain request, and tells the client that its connection ends with it.
 * The heads of interim answers (RFC 9110 section 15.2) pass as they are; the body passes unread.
 */
final class ResponseHeads implements Pipe.Stage {
  private static final int INTERIM_LIMIT = 32;
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( [^\\r\\n]*)?");
  private static final Set<String> LEFT_OUT =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authentication-info",
          "proxy-connection",
          "upgrade");

  private final Set<String> leftOut;
  private @Nullable HeadBuffer head = new HeadBuffer();
  private int interims;

  private ResponseHeads(Set<String> leftOut) {
    this.leftOut = leftOut;
  }

  /** For the answer of an origin server, which has nothing to say about proxies. */
  static ResponseHeads ofOrigin() {
    return new ResponseHeads(LEFT_OUT);
  }

  /** For the answer of a proxy, which may ask for credentials. */
  static ResponseHeads ofProxy() {
    return new ResponseHeads(Set.of("connection", "keep-alive", "proxy-connection", "upgrade"));
  }

  @Override
  public ByteBuffer pass(ByteBuffer bytes) throws ProtocolException {
    StringBuilder heads = new StringBuilder();
    while (head != null && head.take(bytes)) {
      append(head.text(), heads);
    }
    if (heads.isEmpty()) {
      return bytes;
    }
    byte[] text = heads.toString().getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(text.length + bytes.remaining()).put(text).put(bytes).flip();
  }

  private void append(String text, StringBuilder heads) throws ProtocolException {
    String[] lines = text.split("\r?\n", -1);
    var status = STATUS_LINE.matcher(lines[0]);
    if (!status.matches() || text.replace("\r\n", "\n").indexOf('\r') >= 0) {
      throw new ProtocolException("malformed response head");
    }
    int code = Integer.parseInt(status.group(1));
    boolean interim = code < 200;
    interims += interim ? 1 : 0;
    if (code == 101 || interims > INTERIM_LIMIT) {
      throw new ProtocolException("unexpected interim response");
    }
    heads.append(lines[0]).append("\r\n");
    copyFields(lines, heads);
    heads.append(interim ? "\r\n" : "Connection: close\r\n\r\n");
    head = interim ? new HeadBuffer() : null;
  }

  private void copyFields(String[] lines, StringBuilder heads) {
    boolean copied = true;
    for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
      boolean continues = lines[i].startsWith(" ") || lines[i].startsWith("\t");
      copied = continues ? copied : !leftOut.contains(name(lines[i]));
      if (copied) {
        heads.append(lines[i]).append("\r\n");
      }
    }
  }

  private static String name(String line) {
    int colon = line.indexOf(':');
    return (colon < 0 ? line : line.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
  }
}
