package io.egressrules.dlp.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A scan finds what RE2/J finds, one pattern after another, however the text comes in. */
class ScanProperties {

  /** Patterns, and a text made for them. */
  private record Case(List<String> patterns, byte[] text) {
    static Case of(long seed, boolean malformed) {
      Random random = new Random(seed);
      List<RandomPattern> patterns =
          IntStream.rangeClosed(0, random.nextInt(4))
              .mapToObj(i -> RandomPattern.of(random))
              .toList();
      byte[] text = RandomPattern.text(random, patterns).getBytes(UTF_8);
      for (int i = 0; malformed && i < text.length; i++) {
        text[i] = random.nextInt(12) == 0 ? (byte) (0x80 + random.nextInt(0x80)) : text[i];
      }
      return new Case(patterns.stream().map(RandomPattern::text).toList(), text);
    }

    @Override
    public String toString() {
      return patterns + " in `" + new String(text, UTF_8) + "` " + Arrays.toString(text);
    }
  }

  @Property
  void findsTheSpansAndValuesThatRe2jFinds(@ForAll long seed) {
    Case example = Case.of(seed, seed % 3 == 0);
    PatternSet patterns = PatternSet.compile(example.patterns());
    Received received = Received.of(patterns, example.text());
    assertThat(received.hits)
        .as(example.toString())
        .isEqualTo(SlowScan.hits(example.patterns(), example.text()));
    assertThat(received.outOfReach).as(example.toString()).isEmpty();
  }

  @Property
  void piecesDoNotMatter(@ForAll long seed) {
    Case example = Case.of(seed, seed % 3 == 0);
    PatternSet patterns = PatternSet.compile(example.patterns());
    List<Hit> whole = Received.of(patterns, example.text()).hits;
    Random random = new Random(seed);
    for (int piece : new int[] {1, 2, 3, 1 + random.nextInt(64), 1 + random.nextInt(3000)}) {
      assertThat(Received.of(patterns, example.text(), piece).hits)
          .as("pieces of %s: %s", piece, example)
          .isEqualTo(whole);
    }
  }

  @Property
  void whatIsReadSideBySideIsReadAsOneAfterTheOther(@ForAll long seed) {
    Case example = Case.of(seed, seed % 3 == 0);
    Random random = new Random(seed);
    int repeated = 1 + (256 + random.nextInt(4000)) / Math.max(1, example.text().length);
    byte[] once = example.text();
    byte[] text = new byte[once.length * repeated];
    IntStream.range(0, text.length).forEach(i -> text[i] = once[i % once.length]);
    PatternSet patterns = PatternSet.compile(example.patterns());
    assertThat(Received.of(patterns, text).hits)
        .as(example.toString())
        .isEqualTo(Received.of(patterns, text, 1 + random.nextInt(100)).hits);
  }

  @Property
  void noByteIsLetGoThatBelongsToALaterHit(@ForAll long seed) {
    Case example = Case.of(seed, seed % 3 == 0);
    Random random = new Random(seed);
    int piece = 1 + random.nextInt(random.nextBoolean() ? 4 : 100);
    long[] released = {0};
    Received received =
        new Received() {
          @Override
          public void hit(Hit hit) {
            assertThat(hit.start()).as(example.toString()).isGreaterThanOrEqualTo(released[0]);
            super.hit(hit);
          }
        };
    Scan scan = PatternSet.compile(example.patterns()).scan(received);
    for (int at = 0; at < example.text().length; at += piece) {
      int length = Math.min(piece, example.text().length - at);
      scan.feed(example.text(), at, length);
      long free = at + length - scan.holdBack();
      assertThat(free).as(example.toString()).isBetween(released[0], (long) at + length);
      released[0] = free;
    }
    scan.finish();
    assertThat(scan.holdBack()).isZero();
  }
}
