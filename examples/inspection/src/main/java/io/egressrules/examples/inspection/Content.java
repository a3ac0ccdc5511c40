package io.egressrules.examples.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The content of a request, with what is declared of it. */
final class Content {
  private final String type;
  private final @Nullable String coding;
  private final byte[] bytes;
  private final boolean streamed;

  private Content(String type, @Nullable String coding, byte[] bytes, boolean streamed) {
    this.type = type;
    this.coding = coding;
    this.bytes = bytes;
    this.streamed = streamed;
  }

  static Content of(String type, String text) {
    return new Content(type, null, text.getBytes(UTF_8), false);
  }

  static Content json(String text) {
    return of("application/json", text);
  }

  /** Bytes under a coding that they are not in. */
  static Content coded(String coding, String text) {
    return new Content("text/plain", coding, text.getBytes(UTF_8), false);
  }

  static Content gzip(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Content("application/json", "gzip", packed.toByteArray(), false);
  }

  /** A file and a note in one form (RFC 7578). */
  static Content upload(String fileName, String file) {
    String text =
        """
        --edge
        Content-Disposition: form-data; name="note"

        for your records
        --edge
        Content-Disposition: form-data; name="file"; filename="%s"
        Content-Type: application/octet-stream

        %s
        --edge--
        """
            .formatted(fileName, file)
            .replace("\n", "\r\n");
    return of("multipart/form-data; boundary=edge", text);
  }

  /** Text that is sent as it comes, its length unstated. */
  static Content stream(String text) {
    return new Content("text/plain", null, text.getBytes(UTF_8), true);
  }

  String type() {
    return type;
  }

  /** The content coding, or null. */
  @Nullable String coding() {
    return coding;
  }

  byte[] bytes() {
    return bytes;
  }

  boolean streamed() {
    return streamed;
  }
}
