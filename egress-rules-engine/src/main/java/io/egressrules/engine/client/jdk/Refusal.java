package io.egressrules.engine.client.jdk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What the connector answers itself, in place of a server. */
enum Refusal {
  MALFORMED("400 Bad Request"),
  NO_TICKET("403 Forbidden"),
  NOT_CONNECTED("502 Bad Gateway");

  private final String status;

  Refusal(String status) {
    this.status = status;
  }

  ByteBuffer response() {
    String text = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
