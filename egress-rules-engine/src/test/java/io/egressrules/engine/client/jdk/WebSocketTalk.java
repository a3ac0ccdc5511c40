package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's part of a WebSocket (RFC 6455), as far as a test needs it: it says short messages
 * back and remembers the handshakes.
 */
final class WebSocketTalk implements RawServer.Talk {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
  private static final int MASK_LENGTH = 4;

  private final List<String> handshakes = new CopyOnWriteArrayList<>();

  List<String> handshakes() {
    return handshakes;
  }

  @Override
  public void hold(Socket socket) throws IOException, GeneralSecurityException {
    InputStream in = socket.getInputStream();
    OutputStream out = socket.getOutputStream();
    String handshake = RawServer.head(in);
    handshakes.add(handshake);
    out.write(
        RawServer.bytes(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + accept(handshake)
                + "\r\n\r\n"));
    out.flush();
    for (int first = in.read(); first >= 0; first = in.read()) {
      int length = in.read() & 0x7f;
      byte[] mask = in.readNBytes(MASK_LENGTH);
      byte[] message = in.readNBytes(length);
      for (int i = 0; i < length; i++) {
        message[i] ^= mask[i % MASK_LENGTH];
      }
      out.write(first);
      out.write(length);
      out.write(message);
      out.flush();
    }
  }

  private static String accept(String handshake) throws GeneralSecurityException {
    Matcher key = KEY.matcher(handshake);
    key.find();
    byte[] sum =
        MessageDigest.getInstance("SHA-1")
            .digest((key.group(1) + GUID).getBytes(StandardCharsets.US_ASCII));
    return Base64.getEncoder().encodeToString(sum);
  }
}
