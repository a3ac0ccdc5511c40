package io.egressrules.dlp.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is declared of a body is believed, and told of when it is not so. */
class DeclaredTest {
  private static final String TEXT = "a sentence, and a second one. ".repeat(40);

  @Test
  void fields_are_read_as_they_are_written() {
    Declared declared = Declared.of(" Application/JSON; charset=utf-8", "GZIP, identity ,, br");

    assertThat(declared.type()).isEqualTo("application/json");
    assertThat(declared.codings()).containsExactly("gzip", "br");
    assertThat(Declared.of(null, null)).isEqualTo(Declared.NOTHING);
  }

  @Test
  void codings_are_undone_from_the_last_to_the_first() {
    byte[] body = Encoded.gzip(Encoded.latin1(Encoded.zlib(TEXT)));

    Unfolded unfolded = unfold(body, "deflate, gzip");

    assertThat(unfolded.texts.get(2).text()).isEqualTo(TEXT);
    assertThat(unfolded.texts.get(2).encodings()).containsExactly(Encoding.GZIP, Encoding.ZLIB);
    assertThat(unfolded.obstacles).isEmpty();
  }

  @Test
  void deflate_without_a_header_is_read_too() {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(TEXT.getBytes(ISO_8859_1));
    deflater.finish();
    byte[] bytes = new byte[1000];
    int length = deflater.deflate(bytes);
    deflater.end();

    Unfolded unfolded = unfold(Arrays.copyOf(bytes, length), "deflate");

    assertThat(unfolded.texts.get(1).text()).isEqualTo(TEXT);
    assertThat(unfolded.obstacles).isEmpty();
  }

  @Test
  void members_of_a_gzip_file_are_read_one_after_the_other() {
    byte[] body = join(Encoded.gzip(TEXT), Encoded.gzip("the second member"));

    Unfolded unfolded = unfold(body, "x-gzip");

    assertThat(unfolded.texts.get(1).text()).isEqualTo(TEXT + "the second member");
    assertThat(unfolded.obstacles).isEmpty();
  }

  @Test
  void a_long_header_of_gzip_is_passed_over_where_gzip_is_declared_and_told_where_it_is_not() {
    byte[] gzip = Encoded.gzip(TEXT);
    byte[] fields = ("\5\0extra" + "name".repeat(300) + "\0comment\0" + "cc").getBytes(ISO_8859_1);
    byte[] body =
        join(join(Arrays.copyOf(gzip, 10), fields), Arrays.copyOfRange(gzip, 10, gzip.length));
    body[3] = 2 | 4 | 8 | 16;

    assertThat(unfold(body, "gzip").texts.get(1).text()).isEqualTo(TEXT);
    assertThat(unfold(body, null).obstacles).containsExactly(Obstacle.UNDECODABLE);
  }

  @Test
  void what_is_not_gzip_is_corrupt_and_read_as_it_is() {
    Unfolded unfolded = unfold(TEXT.getBytes(ISO_8859_1), "gzip");

    assertThat(unfolded.obstacles).containsExactly(Obstacle.CORRUPT);
    assertThat(unfolded.texts.get(0).text()).isEqualTo(TEXT);
  }

  @Test
  void what_ends_too_early_or_too_late_is_corrupt() {
    byte[] body = Encoded.gzip(TEXT);

    for (int length = 0; length < body.length; length++) {
      assertThat(unfold(Arrays.copyOf(body, length), "gzip").obstacles)
          .as("first %s bytes", length)
          .containsExactly(Obstacle.CORRUPT);
    }
    assertThat(unfold(join(body, new byte[] {1}), "gzip").obstacles)
        .containsExactly(Obstacle.CORRUPT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "compress", "nonsense", "gzip;q=1"})
  void an_unknown_coding_cannot_be_decoded(String coding) {
    assertThat(unfold(new byte[100], coding).obstacles).containsExactly(Obstacle.UNDECODABLE);
  }

  @Test
  void noise_that_is_not_declared_is_no_obstacle() {
    byte[] noise = new byte[1 << 18];
    new Random(7).nextBytes(noise);

    assertThat(unfold(noise, null).obstacles).isEmpty();
  }

  @Test
  void an_encrypted_entry_of_a_zip_archive_is_told_of() {
    byte[] zip = Encoded.zip(TEXT);
    zip[6] |= 1;

    assertThat(unfold(zip, null).obstacles).containsExactly(Obstacle.ENCRYPTED);
    zip[6] &= ~1;
    zip[8] = 99;
    assertThat(unfold(zip, null).obstacles).containsExactly(Obstacle.ENCRYPTED);
  }

  @Test
  void a_method_or_an_archive_that_is_not_known_is_told_of() {
    byte[] zip = Encoded.zip(TEXT);
    zip[8] = 12;

    assertThat(unfold(zip, null).obstacles).containsExactly(Obstacle.UNDECODABLE);
    for (String head : List.of("7z\u00bc\u00af\u0027\u001c", "Rar!\u001a\u0007")) {
      byte[] archive = ("--x\r\n\r\n" + head + "\0".repeat(40)).getBytes(ISO_8859_1);
      assertThat(unfold(archive, null).obstacles).containsExactly(Obstacle.UNDECODABLE);
      String inside = Encoded.base64(head + "\0".repeat(40));
      assertThat(unfold(inside.getBytes(ISO_8859_1), null).obstacles)
          .containsExactly(Obstacle.UNDECODABLE);
    }
  }

  @Test
  void a_signature_without_a_stream_behind_it_ends() {
    String body = "\u001f\u008b\b\0\0\0\0\0\0\3\u00ff\u00ff\u00ff".repeat(30) + "PK\3\4";

    Unfolded unfolded = unfold(body.getBytes(ISO_8859_1), null);

    assertThat(unfolded.obstacles).isEmpty();
  }

  @Test
  void a_plus_sign_is_a_space_in_a_form_only() {
    byte[] body = "4111+1111+1111+1111".getBytes(ISO_8859_1);
    Declared form = Declared.of("application/x-www-form-urlencoded; charset=UTF-8", null);

    assertThat(Unfolded.of(body, form).holding("4111 1111 1111 1111")).hasSize(1);
    assertThat(Unfolded.of(body).texts).hasSize(1);
    assertThat(Unfolded.of(join("c=".getBytes(ISO_8859_1), body)).holding("4111 1111 1111 1111"))
        .hasSize(1);
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static Unfolded unfold(byte[] body, @Nullable String coding) {
    return Unfolded.of(body, Declared.of(null, coding));
  }
}
