package io.egressrules.engine.saved;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A content between a header and a checksum; see {@link SavedForm}. */
final class SealedFile {
  private static final byte[] MAGIC = {(byte) 0x89, 'E', 'G', 'R', 'F', '\r', '\n', 0x1a};
  private static final int HEADER = MAGIC.length + 2 * Integer.BYTES;
  private static final int CHECKSUM = 32;

  /** The longest content, in bytes. */
  private static final int LONGEST = 1 << 30;

  private SealedFile() {}

  /** Writes a file beside the target and moves it there, so that nobody sees half of it. */
  static void write(Path target, byte[] content) throws IOException {
    if (content.length > LONGEST) {
      throw new IOException("a saved form has at most " + LONGEST + " bytes");
    }
    Path absolute = target.toAbsolutePath();
    Path directory = absolute.getParent();
    if (directory == null) {
      throw new IOException("a directory is no file");
    }
    Path fresh = Files.createTempFile(directory, ".egress-rules-", ".tmp");
    try {
      byte[] header = header(content.length);
      try (OutputStream out = Files.newOutputStream(fresh)) {
        out.write(header);
        out.write(content);
        out.write(checksum(header, content, content.length));
      }
      move(fresh, absolute);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void move(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException elsewhere) {
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static byte[] header(int length) {
    return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(SavedForm.FORMAT).putInt(length).array();
  }

  private static byte[] checksum(byte[] header, byte[] content, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(header);
      digest.update(content, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JRE has SHA-256", impossible);
    }
  }

  /** The content of a file, as it was written. */
  static byte[] read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] header = in.readNBytes(HEADER);
      int length = length(file, header);
      byte[] rest = in.readNBytes(length + CHECKSUM);
      if (rest.length < length + CHECKSUM || in.read() >= 0) {
        throw Refusal.DAMAGED.of(file, "is longer or shorter than it says");
      }
      byte[] content = Arrays.copyOf(rest, length);
      byte[] sealed = Arrays.copyOfRange(rest, length, rest.length);
      if (!MessageDigest.isEqual(sealed, checksum(header, content, length))) {
        throw Refusal.DAMAGED.of(file, "is not as it was written: its checksum differs");
      }
      return content;
    } catch (NoSuchFileException missing) {
      throw Refusal.UNREADABLE.of(file, "does not exist");
    } catch (IOException failed) {
      throw Refusal.UNREADABLE.of(
          file, "cannot be read (" + failed.getClass().getSimpleName() + ")");
    }
  }

  private static int length(Path file, byte[] header) {
    if (header.length < HEADER || !Arrays.equals(Arrays.copyOf(header, MAGIC.length), MAGIC)) {
      throw Refusal.FOREIGN.of(file, "is something else: it does not begin as one");
    }
    ByteBuffer numbers = ByteBuffer.wrap(header).position(MAGIC.length);
    int format = numbers.getInt();
    if (format != SavedForm.FORMAT) {
      throw Refusal.OTHER_VERSION.of(file, "has format " + format + " and not " + SavedForm.FORMAT);
    }
    int length = numbers.getInt();
    if (length < 0 || length > LONGEST) {
      throw Refusal.DAMAGED.of(file, "states an impossible length");
    }
    return length;
  }
}
