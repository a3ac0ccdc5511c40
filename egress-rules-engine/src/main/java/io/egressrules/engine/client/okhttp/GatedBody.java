package io.egressrules.engine.client.okhttp;

import io.egressrules.engine.enforce.BodyGate;
import io.egressrules.spi.Inspection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A body that passes through inspection while it is sent. */
final class GatedBody extends RequestBody {
  private final RequestBody body;
  private final BodyGate gate;

  private GatedBody(RequestBody body, BodyGate gate) {
    this.body = body;
    this.gate = gate;
  }

  /**
   * The request to send in place of another: with its body inspected already if the gate can hold
   * all of it, else inspected while it is sent.
   */
  static Request through(BodyGate gate, Request request) throws IOException {
    RequestBody body = request.body();
    if (body == null) {
      gate.finish(none -> {});
      return request;
    }
    Request.Builder inspected = request.newBuilder();
    if (!gate.holdsAll()) {
      gate.stateLength();
      return inspected.method(request.method(), new GatedBody(body, gate)).build();
    }
    Buffer held = new Buffer();
    new GatedBody(body, gate).writeTo(held);
    return inspected
        .header("Content-Length", Long.toString(held.size()))
        .method(request.method(), RequestBody.create(held.readByteString(), body.contentType()))
        .build();
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return body.contentLength();
  }

  @Override
  public boolean isOneShot() {
    return body.isOneShot();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    BufferedSink in = Okio.buffer(Okio.sink(new GateStream(gate, sink::write)));
    body.writeTo(in);
    in.flush();
    gate.finish(sink::write);
  }

  /** Takes what the body writes. */
  private static final class GateStream extends OutputStream {
    private final BodyGate gate;
    private final Inspection.Sink out;

    GateStream(BodyGate gate, Inspection.Sink out) {
      this.gate = gate;
      this.out = out;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      gate.write(ByteBuffer.wrap(bytes, offset, length), out);
    }
  }
}
