package io.egressrules.dlp.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit is told of, and bounds what is derived. */
class LimitsTest {
  private static final String TOKEN = "a sentence that is worth decoding";

  @Test
  void twenty_times_base64_is_seen_through_to_the_depth() {
    String body = TOKEN;
    for (int i = 0; i < 20; i++) {
      body = Encoded.base64(body);
    }
    Unfolded unfolded = unfold(body.getBytes(ISO_8859_1), Limits.STANDARD);

    assertThat(unfolded.obstacles).containsExactly(Obstacle.DEPTH);
    assertThat(unfolded.texts).extracting(text -> text.encodings().size()).contains(5);
    assertThat(unfolded.texts).allMatch(text -> text.encodings().size() <= 5);
  }

  @Test
  void as_many_encodings_as_the_depth_are_no_obstacle() {
    String body = TOKEN;
    for (int i = 0; i < 5; i++) {
      body = Encoded.base64(body);
    }
    Unfolded unfolded = unfold(body.getBytes(ISO_8859_1), Limits.STANDARD);

    assertThat(unfolded.obstacles).isEmpty();
    assertThat(unfolded.holding(TOKEN)).isNotEmpty();
  }

  @Test
  void a_bomb_ends_at_the_ratio() {
    byte[] bomb = Encoded.gzip("\0".repeat(8 << 20));

    Unfolded unfolded = unfold(bomb, Limits.STANDARD);

    assertThat(unfolded.obstacles).containsExactly(Obstacle.RATIO);
    assertThat(unfolded.texts.get(1).text().length()).isLessThan(200 * bomb.length + (1 << 17));
  }

  @Test
  void many_small_bombs_are_as_one() {
    byte[] bomb = Encoded.gzip("\0".repeat(1 << 16));
    byte[] bombs = new String(bomb, ISO_8859_1).repeat(1000).getBytes(ISO_8859_1);

    Unfolded unfolded = unfold(bombs, Limits.STANDARD);

    long derived = unfolded.texts.stream().skip(1).mapToLong(text -> text.text().length()).sum();
    assertThat(unfolded.obstacles).containsExactly(Obstacle.RATIO);
    assertThat(derived).isLessThan(1 << 17);
  }

  @Test
  void headers_of_no_stream_do_not_speak_for_a_bomb() {
    String header = "\u001f\u008b\b\0\0\0\0\0\0\0\u00ff and no stream of deflate at all";
    byte[] bomb = Encoded.gzip("\0".repeat(8 << 20));
    byte[] body = (header.repeat(2000) + new String(bomb, ISO_8859_1)).getBytes(ISO_8859_1);

    Unfolded unfolded = unfold(body, Limits.STANDARD);

    long derived = unfolded.texts.stream().skip(1).mapToLong(text -> text.text().length()).sum();
    assertThat(unfolded.obstacles).contains(Obstacle.RATIO);
    assertThat(derived).isLessThan(200L * bomb.length);
  }

  @Test
  void many_small_streams_in_proportion_are_all_read() {
    byte[] small = Encoded.gzip(TOKEN.repeat(100));
    byte[] all = new String(small, ISO_8859_1).repeat(100).getBytes(ISO_8859_1);

    Unfolded unfolded = unfold(all, Limits.STANDARD);

    assertThat(unfolded.obstacles).isEmpty();
    assertThat(unfolded.holding(TOKEN)).hasSize(100);
  }

  @Test
  void text_ends_at_the_size() {
    byte[] body = Encoded.gzip(TOKEN.repeat(5000));

    Unfolded unfolded = unfold(body, new Limits(1, 64, 50_000, 1000));

    assertThat(unfolded.obstacles).containsExactly(Obstacle.SIZE);
    assertThat(unfolded.texts.get(1).ended).isTrue();
    assertThat(unfolded.texts.get(1).text().length()).isLessThan(50_000 + body.length + 10_000);
  }

  @Test
  void more_texts_than_the_breadth_are_dropped() {
    String body = "%41 and =3D and " + Encoded.base64(TOKEN);

    Unfolded unfolded = unfold(body.getBytes(ISO_8859_1), new Limits(5, 1, 1 << 20, 100));

    assertThat(unfolded.obstacles).containsExactly(Obstacle.BREADTH);
    assertThat(unfolded.texts).hasSize(2);
  }

  @Test
  void without_depth_there_is_only_the_body() {
    Unfolded unfolded = unfold(Encoded.gzip(TOKEN), new Limits(0, 1, 0, 1));

    assertThat(unfolded.texts).hasSize(1);
    assertThat(unfolded.obstacles).containsExactly(Obstacle.DEPTH);
  }

  @ParameterizedTest
  @CsvSource({"-1,1,0,1", "0,0,0,1", "0,1,-1,1", "0,1,0,0"})
  void limits_below_the_least_are_refused(int depth, int breadth, long bytes, int ratio) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limits(depth, breadth, bytes, ratio))
        .withMessageContaining("too small");
  }

  /** What is derived of hostile bodies, in bytes for each of theirs: the depth bounds it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%25",
        "\\",
        "\\u",
        "&",
        "&#",
        "=",
        "=3D",
        "==",
        "+",
        "a=+",
        "U+",
        "U+0055",
        "41:",
        "0x41, ",
        "A",
        "AAAA",
        "AAAA\n",
        "QUFB",
        "ME",
        "ME======",
        "4141",
        "\0",
        "\0A",
        "A\0",
        "\u001f\u008b\b",
        "PK\3\4",
        "\u00ef\u00bc\u00a1",
        "\u00e2\u0080\u008b",
        "\u00f3\u00a0\u0081\u0081",
        "name=\"",
        "\r\n\r\n",
        "x\u009c",
        "%u0041",
        "&#x25;"
      })
  void what_repeats_derives_at_most_a_few_times_its_size(String piece) {
    byte[] body = piece.repeat(60_000 / piece.length()).getBytes(ISO_8859_1);

    Unfolded unfolded = unfold(body, Limits.STANDARD);

    long derived = unfolded.texts.stream().mapToLong(text -> text.text().length()).sum();
    assertThat(derived).isLessThan(12L * body.length);
    assertThat(unfolded.texts).hasSizeLessThan(body.length / 40);
    assertThat(unfolded.texts).allMatch(text -> text.ended);
  }

  @Test
  void a_plain_text_is_passed_on_and_nothing_else() {
    byte[] body =
        "The quick brown fox, 1 or 2; it jumps = it runs.\n".repeat(500).getBytes(ISO_8859_1);

    assertThat(unfold(body, Limits.STANDARD).texts)
        .extracting(Unfolded.Derived::encodings)
        .containsExactly(List.of());
  }

  @Test
  void what_a_view_copies_is_derived_from_only_once() {
    String body = "%41, =3D " + Encoded.base64(TOKEN) + " and \\u0041";

    Unfolded unfolded = unfold(body.getBytes(ISO_8859_1), Limits.STANDARD);

    assertThat(unfolded.holding(TOKEN)).hasSize(1);
  }

  private static Unfolded unfold(byte[] body, Limits limits) {
    return Unfolded.of(body, Declared.NOTHING, limits, () -> 1000);
  }
}
