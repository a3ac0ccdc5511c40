package io.egressrules.dlp.decode;

/**
 * How far a body is seen through.
 *
 * @param depth how deep encodings may be nested, from 0
 * @param breadth how many derived texts may be open at the same time, from 1
 * @param bytes how many bytes of text may be derived from a body beyond {@code depth} times the
 *     body's own, from 0
 * @param ratio how many times as much may come out of all compressed streams as goes in, from 1;
 *     the first 64 KiB always may
 */
public record Limits(int depth, int breadth, long bytes, int ratio) {
  /** 5 encodings, 64 texts, 32 MiB, 100 times. */
  public static final Limits STANDARD = new Limits(5, 64, 32L << 20, 100);

  /**
   * Limits of one's own.
   *
   * @param depth how deep encodings may be nested
   * @param breadth how many derived texts may be open at the same time
   * @param bytes how many bytes of text may be derived beyond {@code depth} times the body's own
   * @param ratio how many times as much may come out of all compressed streams as goes in
   * @throws IllegalArgumentException if one is out of range
   */
  public Limits {
    if (depth < 0 || breadth < 1 || bytes < 0 || ratio < 1) {
      throw new IllegalArgumentException("a limit is too small; depth and bytes are at least 0");
    }
  }
}
