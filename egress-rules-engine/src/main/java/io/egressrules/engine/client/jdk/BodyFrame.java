package io.egressrules.engine.client.jdk;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

/**
 * Follows the body of one request as it passes, so that nothing beyond its end is passed on: what
 * came after would be a request that nobody decided.
 */
interface BodyFrame extends Pipe.Stage {

  /**
   * Follows bytes.
   *
   * @param bytes the bytes that pass, all of them part of the body
   * @return the same bytes
   * @throws ProtocolException if some are not part of the body
   */
  @Override
  ByteBuffer pass(ByteBuffer bytes) throws ProtocolException;
}
