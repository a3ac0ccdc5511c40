package io.egressrules.engine.client.jdk;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** Follows the body of one message as it passes, and knows where it ends (RFC 9112 section 6). */
interface BodyFrame {

  /**
   * Follows bytes, without taking them.
   *
   * @return how many of them, from the first, belong to the body
   * @throws ProtocolException if they are not framed as this body must be
   */
  int follow(ByteBuffer bytes) throws ProtocolException;

  /** Whether the body has ended. */
  boolean isComplete();
}
