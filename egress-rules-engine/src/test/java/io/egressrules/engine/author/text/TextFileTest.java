package io.egressrules.engine.author.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.egressrules.policy.PolicyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
  @TempDir private Path directory;

  @Test
  void a_text_is_taken_as_it_is() throws IOException {
    assertThat(TextFile.read(file("a: ü\r\nb: 😀\n".getBytes(StandardCharsets.UTF_8)), "p").text())
        .isEqualTo("a: ü\r\nb: 😀\n");
  }

  @Test
  void bytes_that_are_no_utf8_are_told_with_their_place() throws IOException {
    refuses(
        file("a: b\nc: dü".getBytes(StandardCharsets.ISO_8859_1)),
        "p:2:5: error: the bytes from here on are not utf-8");
  }

  @Test
  void overlong_and_surrogate_forms_are_no_utf8() throws IOException {
    refuses(file(new byte[] {(byte) 0xC0, (byte) 0xAF}), "p:1:1: error: the bytes");
    refuses(file(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}), "p:1:1: error: the bytes");
  }

  @Test
  void utf16_is_refused() throws IOException {
    refuses(file("a: b".getBytes(StandardCharsets.UTF_16)), "[malformed-utf8]");
    refuses(file("a: b".getBytes(StandardCharsets.UTF_16LE)), "character u+0000 cannot be seen");
  }

  @Test
  void a_file_beyond_the_bound_is_refused_whatever_it_holds() throws IOException {
    byte[] bytes = new byte[TextFile.LIMIT + 1];
    refuses(file(bytes), "p: error: the text is longer than 4194304 bytes");
  }

  @Test
  void a_missing_file_and_a_directory_are_refused() {
    refuses(directory.resolve("none"), "p: error: the file does not exist");
    refuses(directory, "p: error: the file cannot be read");
  }

  @Test
  void a_lone_surrogate_is_no_character() {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> TextFile.of("p", "a: \ud800"))
        .withMessageContaining("character u+d800 cannot be seen");
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("policy.yaml"), bytes);
  }

  private static void refuses(Path file, String message) {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> TextFile.read(file, "p"))
        .withMessageContaining(message);
  }
}
