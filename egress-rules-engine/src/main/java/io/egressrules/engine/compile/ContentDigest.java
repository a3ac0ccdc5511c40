package io.egressrules.engine.compile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 (FIPS 180-4) of texts, sets and sizes.
 *
 * <p>Every text is preceded by its length and every set by its size, so no two contents read alike.
 */
final class ContentDigest {
  private static final int BUFFER = 1 << 12;

  private final MessageDigest digest = sha256();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  /** The 64 hexadecimal digits of everything added; nothing can be added afterwards. */
  String digits() {
    hashWaiting();
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Adds the texts of some values, whatever their order and repetitions. */
  void set(Collection<?> values) {
    List<String> texts = TextSet.of(values);
    size(texts.size());
    texts.forEach(this::text);
  }

  void optional(@Nullable Object value) {
    size(value == null ? 0 : 1);
    text(value == null ? "" : value.toString());
  }

  void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    size(bytes.length);
    makeRoom(bytes.length);
    if (bytes.length <= buffer.remaining()) {
      buffer.put(bytes);
    } else {
      digest.update(bytes);
    }
  }

  void size(int size) {
    makeRoom(Integer.BYTES);
    buffer.putInt(size);
  }

  /** Hashes what waits when there is no room for more; a digest is slow with single texts. */
  private void makeRoom(int bytes) {
    if (buffer.remaining() < bytes) {
      hashWaiting();
    }
  }

  private void hashWaiting() {
    digest.update(buffer.flip());
    buffer.clear();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JRE has SHA-256", impossible);
    }
  }
}
