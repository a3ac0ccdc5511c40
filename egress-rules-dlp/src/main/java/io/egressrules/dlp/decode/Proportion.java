package io.egressrules.dlp.decode;

/** How much comes out of all compressed streams of a body, and out of how much. */
final class Proportion {
  /** How much may come out whatever went in. */
  private static final int FREE = 1 << 16;

  private final int ratio;
  private long taken;
  private long given;
  private boolean kept = true;

  Proportion(int ratio) {
    this.ratio = ratio;
  }

  /** Counts bytes that a stream was made of; those that turn out to be of none do not count. */
  void takes(int bytes) {
    taken += bytes;
  }

  /**
   * Counts bytes that come out of a stream; tells whether the proportion is kept.
   *
   * @param taking how many went in that are not counted yet
   */
  boolean gives(int bytes, int taking) {
    given += bytes;
    kept = kept && (given <= FREE || given / ratio <= taken + taking);
    return kept;
  }

  /** Whether it was kept so far; once it is not, no stream is gone on with. */
  boolean isKept() {
    return kept;
  }
}
