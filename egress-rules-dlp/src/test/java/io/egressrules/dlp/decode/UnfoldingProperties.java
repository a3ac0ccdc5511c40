package io.egressrules.dlp.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Laws of every body, however it is built and cut. */
class UnfoldingProperties {
  /** Which of many texts are dropped does depend on chunks. */
  private static final Limits WIDE = new Limits(5, 10_000, 32L << 20, 100);

  @Property(tries = 300)
  void chunks_make_no_difference(@ForAll("bodies") String body, @ForAll Random random) {
    byte[] bytes = body.getBytes(ISO_8859_1);
    Unfolded whole = unfold(bytes, () -> bytes.length);
    int most = 1 + random.nextInt(40);

    Unfolded cut = unfold(bytes, () -> 1 + random.nextInt(most));

    assertThat(wholes(cut)).isEqualTo(wholes(whole));
    assertThat(cut.obstacles).containsExactlyInAnyOrderElementsOf(whole.obstacles);
  }

  @Property(tries = 300)
  void one_byte_at_a_time_makes_no_difference(@ForAll("bodies") String body) {
    byte[] bytes = body.getBytes(ISO_8859_1);

    assertThat(wholes(unfold(bytes, () -> 1))).isEqualTo(wholes(unfold(bytes, () -> bytes.length)));
  }

  @Property(tries = 300)
  void the_first_text_is_the_body_itself(@ForAll("bodies") String body) {
    Unfolded.Derived first = Unfolded.of(body.getBytes(ISO_8859_1)).texts.get(0);

    assertThat(first.text()).isEqualTo(body);
    for (int i = 0; i < body.length(); i++) {
      assertThat(first.starts.get(i)).isEqualTo(i);
      assertThat(first.ends.get(i)).isEqualTo(i + 1);
    }
  }

  @Property(tries = 300)
  void origins_go_forward_within_the_body(@ForAll("bodies") String body) {
    for (Unfolded.Derived text : Unfolded.of(body.getBytes(ISO_8859_1)).texts) {
      assertThat(text.ended).isTrue();
      assertThat(text.starts).isSorted();
      assertThat(text.ends).isSorted();
      for (int i = 0; i < text.starts.size(); i++) {
        assertThat(text.starts.get(i)).isBetween(0L, text.ends.get(i) - 1);
        assertThat(text.ends.get(i)).isLessThanOrEqualTo(body.length());
      }
    }
  }

  @Property(tries = 300)
  void nothing_is_derived_from_what_is_settled(
      @ForAll("bodies") String body, @ForAll Random random) {
    Unfolded cut = unfold(body.getBytes(ISO_8859_1), () -> 1 + random.nextInt(30));

    assertThat(cut.texts).noneMatch(text -> text.early);
  }

  /** A guess after a run that was lost went back to a digit from before the run. */
  @Example
  void what_is_derived_after_a_run_that_was_lost_begins_after_it() {
    String spaces = Encoded.base64(" ".repeat(99));
    String noise = Encoded.base64("\u0001".repeat(300));
    String body = spaces + noise + Encoded.base64("plain text again, and some more of it");
    for (int piece = 1; piece < 31; piece++) {
      int size = piece;
      assertThat(unfold(body.getBytes(ISO_8859_1), () -> size).texts).noneMatch(text -> text.early);
    }
  }

  private static Unfolded unfold(byte[] body, IntSupplier chunks) {
    return Unfolded.of(body, Declared.NOTHING, WIDE, chunks);
  }

  private static List<String> wholes(Unfolded unfolded) {
    return unfolded.texts.stream().map(Unfolded.Derived::whole).sorted().toList();
  }

  /** Plain text, noise and encodings of encodings, one after the other. */
  @Provide
  static Arbitrary<String> bodies() {
    Arbitrary<String> plain =
        Arbitraries.of(
            "Dear all, ", "{\"note\": \"", "a=b&c=", "\r\n\r\n", "\n", " ", "<b>x</b>", "");
    Arbitrary<String> noise = Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(40);
    Arbitrary<String> longer =
        Arbitraries.strings().withCharRange(' ', '~').ofMinLength(200).ofMaxLength(1200);
    Arbitrary<String> text =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(60)),
            Tuple.of(1, longer));
    Arbitrary<String> once = encoded(text);
    Arbitrary<String> twice = encoded(once);
    Arbitrary<String> damaged =
        once.flatMap(
            s -> Arbitraries.integers().between(0, s.length()).map(n -> s.substring(0, n)));
    return Arbitraries.oneOf(plain, noise, text, once, twice, encoded(twice), damaged)
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  private static Arbitrary<String> encoded(Arbitrary<String> texts) {
    return Arbitraries.integers()
        .between(0, 18)
        .flatMap(way -> texts.map(text -> encode(way, text)));
  }

  private static String encode(int way, String text) {
    return switch (way) {
      case 0 -> Encoded.base64(text);
      case 1 -> Encoded.base64Url(text);
      case 2 -> Encoded.mime(text);
      case 3 -> Encoded.hex(text, "");
      case 4 -> Encoded.hex(text, ":");
      case 5 -> Encoded.hex(text, ", 0x");
      case 6 -> Encoded.base32(text);
      case 7 -> Encoded.percent(text);
      case 8 -> Encoded.unicode(text);
      case 9 -> Encoded.json(text);
      case 10 -> Encoded.each(text, "&#%d;");
      case 11 -> Encoded.each(text, "=%02X");
      case 12 -> Encoded.latin1(text.getBytes(UTF_16LE));
      case 13 -> Encoded.latin1(text.getBytes(UTF_16BE));
      case 14 -> Encoded.latin1(Encoded.gzip(text));
      case 15 -> Encoded.latin1(Encoded.zlib(text));
      case 16 -> Encoded.latin1(Encoded.zip(text));
      case 17 -> text.replace("=", "=3D").replace(" ", "=20");
      default -> URLEncoder.encode(text, ISO_8859_1);
    };
  }
}
