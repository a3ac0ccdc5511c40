package io.egressrules.engine.client.jdk;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one plain request on its way to the client, which is told that its connection ends
 * with it. Interim answers (RFC 9110 section 15.2) pass before it.
 *
 * <p>Where the answer ends is of interest only for the server's connection, which serves another
 * request if there is no doubt. The client finds the end by itself.
 */
final class PlainAnswer implements Pipe.Stage {
  /** What the JDK's client itself accepts of a head by default. */
  private static final int HEAD_LIMIT = 384 * 1024;

  private static final int INTERIM_LIMIT = 32;
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.([01]) ([1-9][0-9]{2})( [^\\r\\n]*)?");

  private final boolean toHead;
  private final boolean ofProxy;
  private @Nullable HeadBuffer head = new HeadBuffer(HEAD_LIMIT);
  private @Nullable BodyFrame body;
  private boolean keepsConnection;
  private int interims;

  /**
   * @param toHead whether the request was HEAD, whose answers have no body
   * @param ofProxy whether a proxy answers, which may ask for credentials
   */
  PlainAnswer(boolean toHead, boolean ofProxy) {
    this.toHead = toHead;
    this.ofProxy = ofProxy;
  }

  /** Whether the answer has come whole. */
  boolean isComplete() {
    return body != null && body.isComplete();
  }

  /** Whether the server's connection is as it was before the request. */
  boolean keepsConnection() {
    return keepsConnection && isComplete();
  }

  @Override
  public ByteBuffer pass(ByteBuffer bytes) throws ProtocolException {
    StringBuilder heads = new StringBuilder();
    while (head != null && head.take(bytes)) {
      heads.append(read(head.text()));
    }
    if (head == null) {
      follow(bytes);
    }
    if (heads.isEmpty()) {
      return bytes;
    }
    byte[] text = heads.toString().getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(text.length + bytes.remaining()).put(text).put(bytes).flip();
  }

  /** Reads a head and gives what is passed on of it. */
  private String read(String text) throws ProtocolException {
    ResponseHead read = ResponseHead.parse(text);
    Matcher status = STATUS_LINE.matcher(read.statusLine());
    if (!status.matches()) {
      throw new ProtocolException("malformed status line");
    }
    int code = Integer.parseInt(status.group(2));
    if (code >= 200) {
      head = null;
      frame(read, code);
      keepsConnection = status.group(1).equals("1") && !read.closes() && body != null;
      return read.toText(ofProxy, true);
    }
    interims++;
    if (code == SWITCHING_PROTOCOLS || interims > INTERIM_LIMIT) {
      throw new ProtocolException("unexpected interim response");
    }
    head = new HeadBuffer(HEAD_LIMIT);
    return read.toText(ofProxy, false);
  }

  /** No frame means that the answer ends with the connection, or that nobody is to rely on it. */
  private void frame(ResponseHead read, int code) {
    boolean bodiless = toHead || code == NO_CONTENT || code == NOT_MODIFIED;
    body = bodiless ? new LengthFrame(0) : read.body();
  }

  private void follow(ByteBuffer bytes) {
    BodyFrame frame = body;
    if (frame == null) {
      return;
    }
    try {
      int part = frame.follow(bytes);
      if (part < bytes.remaining()) {
        keepsConnection = false;
        bytes.limit(bytes.position() + part);
      }
    } catch (ProtocolException doubtful) {
      body = null;
      keepsConnection = false;
    }
  }
}
