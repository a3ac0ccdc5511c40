package io.egressrules.dlp.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HashProperties {
  private static final RollingHash ROLLING = new RollingHash(Keyed.of(new byte[16], "test"));

  @Property
  void the_hash_of_a_run_comes_from_its_prefixes(@ForAll String text, @ForAll int cut) {
    int[] letters = text.codePoints().toArray();
    int at = Math.floorMod(cut, letters.length + 1);
    int[] tail = Arrays.copyOfRange(letters, at, letters.length);
    long shorter = ROLLING.of(Arrays.copyOf(letters, at));

    assertThat(ROLLING.run(ROLLING.of(letters), shorter, ROLLING.power(tail.length)))
        .isEqualTo(ROLLING.of(tail));
  }

  @Example
  void another_key_gives_other_hashes() {
    RollingHash other =
        new RollingHash(Keyed.of("0123456789abcdef".getBytes(StandardCharsets.US_ASCII), "test"));
    RollingHash otherUse = new RollingHash(Keyed.of(new byte[16], "tests"));
    assertThat(ROLLING.of(1, 2, 3)).isNotEqualTo(other.of(1, 2, 3));
    assertThat(ROLLING.of(1, 2, 3)).isNotEqualTo(otherUse.of(1, 2, 3));
  }

  @Example
  void a_filter_holds_its_hashes_and_lets_fewer_than_one_in_a_hundred_others_through() {
    for (int size : new int[] {0, 1, 10, 1_000, 100_000}) {
      long[] hashes = new Random(size).longs(size).toArray();
      HashFilter filter = HashFilter.of(hashes);
      assertThat(Arrays.stream(hashes).allMatch(filter::mayHold)).isTrue();
      long through = new Random(-1).longs(100_000).filter(filter::mayHold).count();
      assertThat(through).as("of %s hashes", size).isLessThan(1_000);
    }
  }

  @Example
  void spread_small_hashes_fill_the_filter_as_evenly() {
    long[] hashes = new Random(5).longs(100_000, 0, 1L << 61).map(ROLLING::spread).toArray();
    HashFilter filter = HashFilter.of(hashes);
    long through =
        new Random(6)
            .longs(100_000, 0, 1L << 61)
            .map(ROLLING::spread)
            .filter(filter::mayHold)
            .count();
    assertThat(through).isLessThan(1_000);
  }
}
