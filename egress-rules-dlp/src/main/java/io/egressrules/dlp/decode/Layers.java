package io.egressrules.dlp.decode;

/** Takes the texts that are derived from a body. Used by one thread at a time. */
public interface Layers {

  /**
   * Takes a new text. The first is the body itself.
   *
   * @param layer what the text is
   * @return takes its bytes
   */
  Sink open(Layer layer);

  /**
   * Learns that a part of the body was not seen through. Each obstacle is told once a body.
   *
   * @param obstacle why not
   * @param at where in the body, in bytes
   */
  void obstacle(Obstacle obstacle, long at);

  /** Takes the bytes of one text, in order. */
  interface Sink {
    /**
     * Takes the next bytes. The layer's origins know them already.
     *
     * @param bytes holds them, only during the call; not to be changed
     * @param offset the index of the first
     * @param length how many, at least 1
     */
    void text(byte[] bytes, int offset, int length);

    /** Learns that the text has ended. Its origins stay valid during the call. */
    void end();
  }
}
