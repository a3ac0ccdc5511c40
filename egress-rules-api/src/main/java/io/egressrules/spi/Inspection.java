package io.egressrules.spi;

import io.egressrules.Finding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One inspection of one body, fed in chunks. It passes on what may leave and holds back what may
 * still be part of a finding. Used by one thread at a time.
 *
 * <p>Findings do not depend on how the body is cut into chunks.
 *
 * @since 0.1
 */
public interface Inspection extends AutoCloseable {

  /**
   * Receives the bytes that may leave.
   *
   * @since 0.1
   */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes bytes that may leave.
     *
     * @param bytes the bytes, valid only during the call
     * @throws IOException if they cannot be taken
     */
    void accept(ByteBuffer bytes) throws IOException;
  }

  /**
   * Inspects the next bytes.
   *
   * @param chunk the bytes; consumed entirely
   * @param sink takes those bytes, redacted where the profile says so, that may leave now
   * @throws IOException if the sink throws
   */
  void next(ByteBuffer chunk, Sink sink) throws IOException;

  /**
   * Ends the body.
   *
   * @param sink takes the rest of what may leave
   * @throws IOException if the sink throws
   */
  void finish(Sink sink) throws IOException;

  /**
   * What was found so far. A finding whose action is to deny means that nothing more is passed on.
   *
   * @return findings in the order of their place and start
   */
  List<Finding> findings();

  /** Frees what the inspection holds; nothing held back is passed on. */
  @Override
  void close();
}
