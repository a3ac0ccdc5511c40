package io.egressrules.engine.client.jdk;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.internal.http2.Header;
import okhttp3.internal.http2.Hpack;
import okio.Buffer;

/**
 * The server's part of HTTP/2 (RFC 9113), as far as a test needs it: it answers every request with
 * 200 and {@code ok}, takes bodies as fast as they come, and remembers the header fields.
 */
final class Http2Talk implements RawServer.Talk {
  private static final int PREFACE_LENGTH = 24;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int WINDOW_UPDATE = 8;
  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_HEADERS = 4;

  /** {@code :status: 200} in the static table (RFC 7541 appendix A). */
  private static final byte[] STATUS_200 = {(byte) 0x88};

  private final List<List<String>> requests = new CopyOnWriteArrayList<>();

  /** The header fields of each request, as {@code name: value}. */
  List<List<String>> requests() {
    return requests;
  }

  @Override
  public void hold(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    Buffer block = new Buffer();
    Hpack.Reader fields = new Hpack.Reader(block, 4096);
    in.readNBytes(PREFACE_LENGTH);
    write(out, SETTINGS, 0, 0, new byte[0]);
    while (true) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      byte[] payload = in.readNBytes(length);
      if (type == HEADERS) {
        block.write(payload);
        fields.readHeaders();
        requests.add(names(fields.getAndResetHeaderList()));
      } else if (type == SETTINGS && flags != ACK) {
        write(out, SETTINGS, ACK, 0, new byte[0]);
      } else if (type == PING && flags != ACK) {
        write(out, PING, ACK, 0, payload);
      } else if (type == DATA && length > 0) {
        byte[] more = ByteBuffer.allocate(4).putInt(length).array();
        write(out, WINDOW_UPDATE, 0, 0, more);
        write(out, WINDOW_UPDATE, 0, stream, more);
      }
      if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
        write(out, HEADERS, END_HEADERS, stream, STATUS_200);
        write(out, DATA, END_STREAM, stream, RawServer.bytes("ok"));
      }
    }
  }

  private static List<String> names(List<Header> headers) {
    List<String> names = new ArrayList<>();
    for (Header header : headers) {
      names.add(header.name.utf8() + ": " + header.value.utf8());
    }
    return names;
  }

  private static void write(OutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(payload.length >> 16);
    frame.write(payload.length >> 8);
    frame.write(payload.length);
    frame.write(type);
    frame.write(flags);
    frame.writeBytes(ByteBuffer.allocate(4).putInt(stream).array());
    frame.writeBytes(payload);
    out.write(frame.toByteArray());
    out.flush();
  }
}
