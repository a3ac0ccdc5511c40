package io.egressrules.dlp.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanTest {

  private static Received scan(String pattern, String text) {
    return Received.of(PatternSet.compile(List.of(pattern)), text.getBytes(UTF_8));
  }

  @Test
  void theValueIsTheFirstGroupThatCaughtAnything() {
    assertThat(scan("key=(?:'([^']*)'|(\\w+))", "a key=secret").hits)
        .containsExactly(new Hit(0, 2, 12, 6, 12));
    assertThat(scan("key=\\w+", "a key=secret").hits).containsExactly(new Hit(0, 2, 12, 2, 12));
  }

  @Test
  void offsetsCountBytes() {
    assertThat(scan("k(.)", "é😀k€").hits).containsExactly(new Hit(0, 6, 10, 7, 10));
  }

  @Test
  void hitsComeInTheOrderOfTheirStartAndThenOfTheirPatterns() {
    PatternSet patterns = PatternSet.compile(List.of("bcd", "abcde", "a", "bc"));
    assertThat(Received.of(patterns, "abcdef".getBytes(UTF_8)).hits)
        .extracting(Hit::pattern)
        .containsExactly(1, 2, 0, 3);
  }

  @Test
  void greedAndLazinessAreHeeded() {
    assertThat(scan("a.*b", "a b b c").hits).containsExactly(new Hit(0, 0, 5, 0, 5));
    assertThat(scan("a.*?b", "a b b c").hits).containsExactly(new Hit(0, 0, 3, 0, 3));
    assertThat(scan("abc|abcd", "abcd").hits).containsExactly(new Hit(0, 0, 3, 0, 3));
  }

  @Test
  void theEndOfAPieceIsNotTheEndOfTheText() {
    PatternSet patterns = PatternSet.compile(List.of("key\\b", "key$", "k\\z"));
    Received received = new Received();
    Scan scan = patterns.scan(received);
    scan.feed("key".getBytes(UTF_8), 0, 3);
    assertThat(scan.holdBack()).isEqualTo(3);
    scan.feed("s key".getBytes(UTF_8), 0, 5);
    scan.finish();
    assertThat(received.hits).containsExactly(new Hit(0, 5, 8, 5, 8), new Hit(1, 5, 8, 5, 8));
  }

  @Test
  void theTextAroundAHitIsAtHandWhenItIsReceived() {
    StringBuilder around = new StringBuilder();
    Scan[] scan = new Scan[1];
    HitSink sink =
        new HitSink() {
          @Override
          public void hit(Hit hit) {
            byte[] bytes = scan[0].copy(hit.start() - Scan.CONTEXT, hit.end() + Scan.CONTEXT);
            around.append(new String(bytes, UTF_8));
          }

          @Override
          public void outOfReach(int pattern, long start, long end) {
            throw new AssertionError("nothing is out of reach");
          }
        };
    scan[0] = PatternSet.compile(List.of("key")).scan(sink);
    byte[] text = ("-".repeat(70_000) + "<".repeat(256) + "key" + ">".repeat(300)).getBytes(UTF_8);
    for (byte b : text) {
      scan[0].feed(new byte[] {b}, 0, 1);
    }
    scan[0].finish();
    assertThat(around).hasToString("<".repeat(256) + "key" + ">".repeat(256));
  }

  @Test
  void aMatchThatIsTooLongIsOutOfReach() {
    String text = "BEGIN" + "x".repeat(Scan.REACH) + "END";
    Received received = scan("BEGIN\\w*END", text);
    assertThat(received.hits).isEmpty();
    assertThat(received.outOfReach).isNotEmpty();
    Received within = scan("BEGIN\\w*END", "BEGIN" + "x".repeat(Scan.REACH - 10) + "END");
    assertThat(within.outOfReach).isEmpty();
    assertThat(within.hits).hasSize(1);
  }

  @Test
  void aMatchThatMayGoOnForTooLongIsFoundCutShortAndTold() {
    Received received = scan("go(?:.*stop)?", "go" + "x".repeat(3 * Scan.REACH));
    assertThat(received.hits).containsExactly(new Hit(0, 0, 2, 0, 2));
    assertThat(received.outOfReach).containsExactly("0: 0-" + Scan.REACH);
  }

  @Test
  void nothingIsToldOfTextThatDoesNotMatch() {
    assertThat(scan("BEGIN\\w*END", "BEGIN" + "x".repeat(100_000)).outOfReach).isEmpty();
    assertThat(scan("a[^z]*=>[0-9]", "a" + "=> ".repeat(100_000)).outOfReach).isEmpty();
  }

  @Test
  void malformedBytesAreSubstitutes() {
    byte[] text = {'a', (byte) 0xC3, 'k', (byte) 0xE2, (byte) 0x82, 'k', (byte) 0xED, (byte) 0xA0};
    PatternSet patterns = PatternSet.compile(List.of("\\x1ak", "\\w\\W", "\\x{fffd}"));
    for (int piece = 1; piece <= text.length; piece++) {
      assertThat(Received.of(patterns, text, piece).hits)
          .isEqualTo(SlowScan.hits(List.of("\\x1ak", "\\w\\W", "\\x{fffd}"), text))
          .hasSize(5);
    }
  }

  private static void agreesWithRe2j(String pattern, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    PatternSet patterns = PatternSet.compile(List.of(pattern));
    for (int piece = 1; piece <= bytes.length; piece++) {
      assertThat(Received.of(patterns, bytes, piece).hits)
          .as("pieces of %s", piece)
          .isEqualTo(SlowScan.hits(List.of(pattern), bytes));
    }
  }

  @Test
  void noMatchBeginsWithinACharacter() {
    agreesWithRe2j("(?:[a-c]|[^ ])?..", "\n a--\ud83d\ude00\u00e9  \u00e9b\u00e9c");
  }

  @Test
  void theCharacterBeforeAMatchMayTakeTwoChars() {
    agreesWithRe2j("(?:.[^-])?a", "\ud83d\ude00a \ud83d\ude00\ud83d\ude00a");
  }

  @Test
  void whatIsKnownByItsBytesOnlyMayStandAtTheBeginOfALine() {
    agreesWithRe2j("(?m:^)[\u00e9\u20ac-\u20ff].{3,9} ", "\u00e9 a b a b\n\u20ac abab ");
  }

  @Test
  void theBeginOfATextIsNoLineFeedToBeMatched() {
    agreesWithRe2j("(?i)\\nk", "k\nk");
  }

  @Test
  void aWalkDoesNotPassATriggerOfTheNextPiece() {
    agreesWithRe2j("(?:[^a]){4}(?m:^)", "CKc_\r\n");
  }

  @Test
  void aScanThatHasEndedTakesNoMore() {
    Scan scan = PatternSet.compile(List.of("a")).scan(new Received());
    scan.finish();
    assertThat(scan.holdBack()).isZero();
    assertThatThrownBy(() -> scan.feed(new byte[1], 0, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the text has ended; begin another scan");
    assertThatThrownBy(scan::finish).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPieceLiesWithinItsArray() {
    Scan scan = PatternSet.compile(List.of("a")).scan(new Received());
    assertThatThrownBy(() -> scan.feed(new byte[3], 2, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void noPatternsFindNothing() {
    PatternSet none = PatternSet.compile(List.of());
    assertThat(none.size()).isZero();
    assertThat(Received.of(none, "text".getBytes(UTF_8)).hits).isEmpty();
  }

  @Test
  void cleanTextTakesAFixedAmountOfMemory() {
    PatternSet patterns =
        PatternSet.compile(
            List.of("AKIA[A-Z0-9]{16}\\b", "(?i)token[ =:]{1,3}([a-z0-9]{20})", "q[^z]*=>[0-9]+"));
    byte[] text = "the token is not here, AKIA but => nothing\n".repeat(10_000).getBytes(UTF_8);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getThreadAllocatedBytes(thread);
      Scan scan = patterns.scan(new Received());
      for (int at = 0; at < text.length; at += 8192) {
        scan.feed(text, at, Math.min(8192, text.length - at));
        scan.holdBack();
      }
      scan.finish();
      least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
    }
    assertThat(least).isLessThanOrEqualTo(64 * 1024);
  }
}
