package io.egressrules.dlp.scan;

/** Receives what a {@link Scan} finds. It is called on the thread that feeds the scan. */
public interface HitSink {

  /**
   * Takes a hit. Hits come in the order of their start, and those of one start in the order of
   * their patterns. During the call {@link Scan#copy} gives the bytes of the hit and at least
   * {@link Scan#CONTEXT} bytes on either side of it, as far as the text goes.
   *
   * @param hit the hit
   */
  void hit(Hit hit);

  /**
   * Is told that a pattern met more text than a match may have, {@link Scan#REACH} bytes, so that
   * one that begins within a stretch may have been missed or cut short.
   *
   * @param pattern the index of the pattern
   * @param start the offset of the first byte of the stretch
   * @param end the offset after its last byte
   */
  void outOfReach(int pattern, long start, long end);
}
