package io.egressrules.dlp.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps are counted, not timed: bytes looked up, characters stepped over, characters judged. */
class LinearScanTest {
  private static final List<String> PATTERNS =
      List.of(
          "\\bcurl\\b(?:.*|.*(?:[\\r\\n]{1,2}.*){1,5})[ \\t](?:-u|--user)[= ](\\w{3,}:\\w{3,})",
          "(?i)[\\w.-]{0,50}?(?:token)(?:[ \\t\\w.-]{0,20})(?:=|:)[ \"]{0,5}([a-z0-9]{20})\\b",
          "x.{0,400}yy[0-9]{8}",
          "q[^z]*=>[0-9]+",
          "(?:[a-z]+[0-9]+)+!",
          "((a{1,8}){1,8}b){2}#",
          "\\bey[a-zA-Z0-9]{17,}\\.ey[a-zA-Z0-9]{17,}\\b",
          "go(?:.*stop)?");

  private static final PatternSet SET = PatternSet.compile(PATTERNS);

  /**
   * The work that may be done for each byte of text, whatever the text: for each pattern a few
   * steps.
   */
  private static final int STEPS = 8 * (PATTERNS.size() + 1);

  private static long steps(String spam, int length, int piece) {
    byte[] text = spam.repeat(length / spam.length()).getBytes(US_ASCII);
    Scan scan = SET.scan(new Received());
    for (int at = 0; at < text.length; at += piece) {
      scan.feed(text, at, Math.min(piece, text.length - at));
      assertThat(scan.holdBack()).isNotNegative();
    }
    scan.finish();
    return scan.steps();
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        " -u ",
        "curl -u ",
        "curl ab -u abc:",
        "token",
        "token = ",
        "token=0123456789abcde ",
        "y",
        "xy",
        "q=>",
        "=>",
        "a",
        "a1",
        "ab",
        "ey",
        ".ey",
        "eyaaaaaaaaaaaaaaaaaaa.",
        "go",
        "go ",
        "0",
        "\"",
        "token token = 0123456789abcdefghij ",
        "curl -u abc:abc ",
        "x yy",
      })
  void spamTakesAFewStepsForEachByte(String spam) {
    int length = 50_000;
    for (int piece : new int[] {length, 700}) {
      assertThat(steps(spam, length, piece)).isLessThan((long) STEPS * length);
    }
  }

  @Test
  void oneLongLineWithOneBeginIsLinear() {
    byte[] text = (" curl q x ey" + " -u =>yy".repeat(25_000)).getBytes(US_ASCII);
    Scan scan = SET.scan(new Received());
    scan.feed(text, 0, text.length);
    scan.finish();
    assertThat(scan.steps()).isLessThan((long) STEPS * text.length);
  }

  @Test
  void singleBytesAreLinear() {
    for (String spam : List.of(" -u curl", "a", "q=>", "go ", "token=")) {
      assertThat(steps(spam, 20_000, 1)).isLessThan(STEPS * 20_000L);
    }
  }

  @Test
  void aMegabyteThatNoPatternKnowsIsReadOnce() {
    byte[] text = "~".repeat(1 << 20).getBytes(US_ASCII);
    Scan scan = SET.scan(new Received());
    scan.feed(text, 0, text.length);
    scan.finish();
    assertThat(scan.steps()).isEqualTo(text.length);
  }
}
