package io.egressrules.engine.client.jdk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * One direction of a relay. It holds at most what one read gave and the sink did not take; until
 * that is gone it reads no more, so a slow sink slows the source down.
 */
final class Pipe {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel source;
  private final SocketChannel sink;
  private final Stage stage;
  private ByteBuffer pending = NOTHING;
  private boolean sourceEnded;
  private boolean done;

  Pipe(SocketChannel source, SocketChannel sink, Stage stage) {
    this.source = source;
    this.sink = sink;
    this.stage = stage;
  }

  /** What becomes of bytes on their way. */
  @FunctionalInterface
  interface Stage {
    /** Lets bytes through as they are. */
    Stage OPEN = bytes -> bytes;

    /**
     * Takes all bytes and gives those to pass on now.
     *
     * @throws IOException if the relay must end
     */
    ByteBuffer pass(ByteBuffer bytes) throws IOException;
  }

  /** Sends bytes that came from elsewhere than the source, past the stage. */
  void send(ByteBuffer bytes) throws IOException {
    write(bytes);
  }

  /** Sends bytes that were read from the source before this pipe was laid. */
  void passOn(ByteBuffer bytes) throws IOException {
    write(stage.pass(bytes));
  }

  /** Moves what can be moved now: first what is pending, then what one read gives. */
  void pump(ByteBuffer scratch) throws IOException {
    drain();
    if (wantsRead()) {
      sourceEnded = source.read(scratch) < 0;
      write(stage.pass(scratch.flip()));
    }
    if (sourceEnded && !done && !wantsWrite()) {
      done = true;
      sink.shutdownOutput();
    }
  }

  /** Whether bytes of the source could be taken. */
  boolean wantsRead() {
    return !sourceEnded && !wantsWrite();
  }

  /** Whether bytes wait for the sink. */
  boolean wantsWrite() {
    return pending.hasRemaining();
  }

  /** Whether the source has ended and the sink was told. */
  boolean isDone() {
    return done;
  }

  private void write(ByteBuffer bytes) throws IOException {
    if (wantsWrite()) {
      pending = joined(pending, bytes);
    } else {
      sink.write(bytes);
      pending = bytes.hasRemaining() ? joined(NOTHING, bytes) : NOTHING;
    }
  }

  private void drain() throws IOException {
    if (wantsWrite()) {
      sink.write(pending);
      pending = pending.hasRemaining() ? pending : NOTHING;
    }
  }

  private static ByteBuffer joined(ByteBuffer one, ByteBuffer other) {
    return ByteBuffer.allocate(one.remaining() + other.remaining()).put(one).put(other).flip();
  }
}
