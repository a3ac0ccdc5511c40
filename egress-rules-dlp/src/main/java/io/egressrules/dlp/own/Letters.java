package io.egressrules.dlp.own;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/** The folded letters and digits of a short text. */
final class Letters implements FoldedText.Listener {
  private final IntStream.Builder gathered = IntStream.builder();

  private Letters() {}

  /** The letters and digits of a text, as code points. */
  static int[] of(CharSequence text) {
    Letters letters = new Letters();
    new FoldedText(letters).append(text);
    return letters.gathered.build().toArray();
  }

  /** Letters as bytes, four each, for a hash function. */
  static byte[] bytes(int... letters) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * letters.length);
    for (int letter : letters) {
      bytes.putInt(letter);
    }
    return bytes.array();
  }

  @Override
  public void letter(int folded, long start, long end) {
    gathered.add(folded);
  }

  @Override
  public void separator() {
    // Not part of a value.
  }
}
