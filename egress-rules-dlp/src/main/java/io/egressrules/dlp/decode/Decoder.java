package io.egressrules.dlp.decode;

/**
 * Derives texts from a text. It keeps its own place in the text, at most {@link Text#LAG} bytes
 * behind the end; what it derives does not depend on how far the text was known at each call.
 */
interface Decoder {

  /**
   * Reads on.
   *
   * @param last whether the text ends here
   */
  void read(boolean last);

  /** The offset of the body before which nothing more is derived from. */
  long settled();

  /** Frees what it holds. */
  void close();
}
