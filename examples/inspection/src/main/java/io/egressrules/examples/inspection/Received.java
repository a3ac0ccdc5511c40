package io.egressrules.examples.inspection;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;

/** A request as it arrived. */
final class Received {
  private final byte[] bytes;
  private final String framing;

  private Received(byte[] bytes, String framing) {
    this.bytes = bytes;
    this.framing = framing;
  }

  static Received of(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    return new Received(bytes, framing(exchange.getRequestHeaders(), bytes.length));
  }

  /** How the request says where its content ends, checked against where it does. */
  private static String framing(Headers headers, int length) {
    String stated = headers.getFirst("Content-Length");
    if (headers.containsKey("Transfer-Encoding")) {
      return stated == null ? "chunked" : "framed in two ways";
    }
    if (stated == null) {
      return length == 0 ? "no content" : "not framed";
    }
    return stated.equals(Integer.toString(length)) ? "length stated" : "length misstated";
  }

  boolean isWellFramed() {
    return framing.equals("chunked")
        || framing.equals("length stated")
        || framing.equals("no content");
  }

  boolean is(Content content) {
    return Arrays.equals(bytes, content.bytes());
  }

  @Override
  public String toString() {
    return bytes.length + " bytes, " + framing;
  }
}
