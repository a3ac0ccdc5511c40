package io.egressrules.dlp.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How patterns are noticed decides how fast a scan is, and nothing else. */
class PathLimitTest {
  private static int end(PathLimit limit, CodePoints... sets) {
    Graph graph = new Graph();
    int[] path = IntStream.range(0, sets.length).map(i -> graph.add(sets[i])).toArray();
    return limit.end(path, 0, graph);
  }

  @Test
  void singleCharactersMayBeAsManyAsTheLongestPathHas() {
    CodePoints line = CodePoints.NEWLINE;
    assertThat(end(new PathLimit(3, 0), line, line, line, line)).isEqualTo(3);
    assertThat(end(new PathLimit(9, 0), line, line, line, line)).isEqualTo(4);
  }

  @Test
  void twoWideSetsMayAlwaysFollowEachOther() {
    CodePoints word = CodePoints.WORD;
    assertThat(end(new PathLimit(4, 1), word, word, word)).isEqualTo(2);
    assertThat(end(new PathLimit(4, 2), word, word, word)).isEqualTo(2);
    assertThat(end(new PathLimit(4, 3), word, word, word)).isEqualTo(3);
  }

  @Test
  void aPatternThatBeginsFarBeforeItsTriggerHoldsNothingBackWithoutItsGate() {
    PatternSet patterns = PatternSet.compile(List.of("\\beyJ[\\w-]{12,}\\.eyJ[\\w-]{8,}"));
    assertThat(patterns.far()).containsExactly(0);
    Scan scan = patterns.scan(new Received());
    byte[] word = "a".repeat(10_000).getBytes(US_ASCII);
    scan.feed(word, 0, word.length);
    assertThat(scan.holdBack()).isLessThan(8);
    byte[] gate = " eyJ".getBytes(US_ASCII);
    scan.feed(gate, 0, gate.length);
    scan.feed(word, 0, word.length);
    assertThat(scan.holdBack()).isGreaterThanOrEqualTo(word.length + 3L);
  }

  @Test
  void hundredsOfPatternsWithRunsOfWideSetsFitInOneSet() {
    List<String> patterns =
        IntStream.range(0, 400)
            .mapToObj(i -> "(?i)key" + (char) ('a' + i % 26) + i + "[0-9a-f]{8}-[a-z]{4}[0-9]{6}")
            .toList();
    byte[] text = "keyb27 keyb27abcdef01-abcd123456".getBytes(US_ASCII);
    assertThat(Received.of(PatternSet.compile(patterns), text).hits)
        .containsExactly(new Hit(27, 7, 32, 7, 32));
  }
}
