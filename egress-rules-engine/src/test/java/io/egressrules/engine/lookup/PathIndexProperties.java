package io.egressrules.engine.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.net.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The naive twin asks one pattern after another. */
class PathIndexProperties {
  private static final List<String> SEGMENTS = List.of("a", "b", "c", "ab", "ba", "*", "*");

  @Property
  void findsTheNumbersOfThePatternsThatMatchInOrder(@ForAll Random random) {
    List<PathPattern> patterns = patterns(random, random.nextInt(60));
    PathIndexBuilder builder = PathIndex.builder();
    for (int number = 0; number < patterns.size(); number++) {
      builder.put(patterns.get(number), number);
    }
    PathIndex index = builder.build();
    for (int i = 0; i < 20; i++) {
      String path = path(random);
      List<Integer> expected =
          IntStream.range(0, patterns.size())
              .filter(number -> patterns.get(number).matches(path))
              .boxed()
              .toList();
      assertThat(all(index, path)).as("%s in %s", path, patterns).isEqualTo(expected);
      assertThat(index.mostMatches()).isGreaterThanOrEqualTo(expected.size());
    }
  }

  private static List<Integer> all(PathIndex index, String path) {
    String text = "/before" + path + "/behind";
    int from = "/before".length();
    int to = from + path.length();
    List<Integer> found = new ArrayList<>();
    for (int number = index.next(text, from, to, 0); number != PathIndex.NONE; ) {
      found.add(number);
      number = index.next(text, from, to, number + 1);
    }
    return found;
  }

  @Example
  void noPathIsMatchedByNothing() {
    PathIndex index = PathIndex.builder().put(PathPattern.parse("/**"), 0).build();
    assertThat(index.next("https://a.test", 14, 14, 0)).isEqualTo(PathIndex.NONE);
  }

  @Example
  void boundsWhatAPathCanVisitAndMatch() {
    PathIndexBuilder builder = PathIndex.builder();
    IntStream.range(0, 1_000).forEach(i -> builder.put(PathPattern.parse("/v1/" + i + "/**"), i));
    PathIndex index = builder.put(PathPattern.parse("/*/5"), 1_000).build();
    assertThat(index.mostVisits()).isEqualTo(5);
    assertThat(index.mostMatches()).isEqualTo(2);
    assertThat(index.longestProbe()).isLessThan(20);
    assertThat(index.next("/v1/5", 0, 5, 6)).isEqualTo(1_000);
  }

  @Example
  void aSegmentLongerThanAnyIsNotLookedUpAndOnesOfOneHashAreCounted() {
    PathIndexBuilder builder = PathIndex.builder();
    for (int bits = 0; bits < 256; bits++) {
      StringBuilder segment = new StringBuilder("/");
      for (int bit = 0; bit < 8; bit++) {
        segment.append((bits >> bit & 1) == 0 ? "Aa" : "BB");
      }
      builder.put(PathPattern.parse(segment.toString()), bits);
    }
    PathIndex index = builder.build();
    assertThat(index.longestProbe()).isGreaterThanOrEqualTo(256);
    String longer = "/" + "Aa".repeat(4_000);
    assertThat(index.next(longer, 0, longer.length(), 0)).isEqualTo(PathIndex.NONE);
    assertThat(index.next("/" + "BB".repeat(8), 0, 17, 0)).isEqualTo(255);
  }

  @Example
  void aNumberIsNotNegative() {
    assertThatThrownBy(() -> PathIndex.builder().put(PathPattern.parse("/a"), -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pattern's number is 0 or more; got -1");
  }

  private static List<PathPattern> patterns(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> segments(random, SEGMENTS, 1) + (random.nextInt(3) == 0 ? "/**" : ""))
        .map(PathPattern::parse)
        .toList();
  }

  private static String path(Random random) {
    return segments(random, SEGMENTS.subList(0, 5), 1) + (random.nextInt(4) == 0 ? "/" : "");
  }

  private static String segments(Random random, List<String> of, int least) {
    StringBuilder path = new StringBuilder();
    for (int i = least + random.nextInt(4); i > 0; i--) {
      path.append('/').append(of.get(random.nextInt(of.size())));
    }
    return path.toString();
  }
}
