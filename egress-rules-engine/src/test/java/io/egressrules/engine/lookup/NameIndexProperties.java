package io.egressrules.engine.lookup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.primitives.Bytes;
import io.egressrules.engine.lookup.NameTwin.Numbers;
import io.egressrules.net.NameWords;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NameIndexProperties {
  /** Hashes under which names share their bucket, their marks, their tag, or all of them. */
  private static final List<KeyedHash> WEAK =
      List.of(
          new KeyedHash(0, 1),
          new KeyedHash(1, 0),
          new KeyedHash(1, 1),
          new KeyedHash(3, 1L << 32),
          new KeyedHash(1, 1L << 60));

  private static final int FACTOR = Integer.getInteger("egress.tries.factor", 1);

  @Property
  void aHostHasTheNumberOfTheClosestName(@ForAll Random random) {
    compareWithTwin(NameTwin.draw(random, random.nextInt(60)), random, random.nextLong());
  }

  private static int find(NameIndex index, String host) {
    return index.find(NameWords.of(host));
  }

  private static void compareWithTwin(NameTwin twin, Random random, long seed) {
    NameIndex index = twin.index(KeyedHash.of(seed));
    for (String host : twin.hosts(random)) {
      assertThat(find(index, host)).as("%s in %s", host, twin.names).isEqualTo(twin.find(host));
    }
  }

  @Property(tries = 200)
  void aHundredThousandHostsEachTimeTheFactorAgreeWithTheTwin(@ForAll Random random) {
    NameTwin twin = NameTwin.draw(random, random.nextInt(300));
    NameIndex index = twin.index(KeyedHash.of(random.nextLong()));
    for (int left = 500 * FACTOR; left > 0; left--) {
      String host = random.nextInt(8) == 0 ? NameTwin.odd(random) : NameTwin.name(random);
      if (find(index, host) != twin.find(host)) {
        assertThat(find(index, host)).as("%s in %s", host, twin.names).isEqualTo(twin.find(host));
      }
    }
  }

  @Property(tries = 200)
  void namesThatCollideAreToldApart(@ForAll Random random) {
    NameTwin twin = NameTwin.draw(random, random.nextInt(60));
    for (KeyedHash weak : WEAK) {
      NameIndex index = twin.index(weak);
      for (String host : twin.hosts(random)) {
        assertThat(find(index, host)).as("%s in %s", host, twin.names).isEqualTo(twin.find(host));
      }
    }
  }

  @Property
  void aNameInAnArrayIsPutAsIfItStoodAlone(@ForAll Random random) {
    NameTwin twin = NameTwin.draw(random, random.nextInt(60));
    KeyedHash hash = KeyedHash.of(random.nextLong());
    NameIndexBuilder builder = new NameIndexBuilder(hash);
    twin.names.forEach(
        (name, numbers) -> {
          byte[] before = NameTwin.odd(random).getBytes(UTF_8);
          byte[] all = Bytes.concat(before, name.getBytes(US_ASCII), before);
          int to = before.length + name.length();
          builder.put(all, before.length, to, numbers.at(), numbers.below());
        });
    NameIndex index = builder.build();
    NameIndex same = twin.index(hash);
    assertThat(index.bytes()).isEqualTo(same.bytes());
    assertThat(index.deepest()).isEqualTo(same.deepest());
    for (String host : twin.hosts(random)) {
      assertThat(find(index, host)).as("%s in %s", host, twin.names).isEqualTo(find(same, host));
    }
  }

  @Example
  void namesCraftedForOneBucketAreFound() {
    KeyedHash known = KeyedHash.of(7);
    NameTwin twin = new NameTwin();
    for (int i = 1; twin.names.size() < 100; i++) {
      String name = "n" + i + ".example";
      if (known.of(NameWords.of(name)) >>> 52 == 0) {
        twin.names.put(name, new Numbers(i, 0));
      }
    }
    NameIndex index = twin.index(known);
    twin.names.forEach((name, numbers) -> assertThat(find(index, name)).isEqualTo(numbers.at()));
    assertThat(find(index, "example")).isZero();
  }

  @Example
  void whatCollidesWithANameNeitherHidesItNorCountsAsIt() {
    NameIndexBuilder builder = new NameIndexBuilder(new KeyedHash(1, 0));
    NameIndex index = builder.put("ab.example", 1, 2).put("ba.example", 3, 0).build();
    assertThat(find(index, "ab.example")).isEqualTo(1);
    assertThat(find(index, "ba.example")).isEqualTo(3);
    assertThat(find(index, "aa.example")).isZero();
    assertThat(find(index, "ba.ab.example")).isEqualTo(2);
    assertThat(find(index, "ab.ba.example")).isZero();
  }

  @Example
  void aNameWithoutANumberDoesNotHideOneAboveIt() {
    NameIndex index =
        NameIndex.builder(7)
            .put("example", 0, 1)
            .put("a.example", 2, 0)
            .put("b.a.example", 0, 0)
            .build();
    assertThat(find(index, "a.example")).isEqualTo(2);
    assertThat(find(index, "b.a.example")).isEqualTo(1);
    assertThat(find(index, "c.b.a.example")).isEqualTo(1);
    assertThat(find(index, "example")).isZero();
  }

  @Example
  void manyNamesAreFound() {
    NameIndexBuilder builder = NameIndex.builder(7);
    int many = 50_000;
    for (int i = 1; i <= many; i++) {
      builder.put("n" + i + ".d" + i % 100 + ".example", i, 0);
    }
    NameIndex index = builder.build();
    for (int i = 1; i <= many; i++) {
      assertThat(find(index, "n" + i + ".d" + i % 100 + ".example")).isEqualTo(i);
    }
    assertThat(find(index, "n1.d2.example")).isZero();
    assertThat(index.bytes()).isBetween(30L * many, 50L * many);
    assertThat(index.deepest()).isEqualTo(3);
  }

  @Example
  void hostsOf127LabelsAreFound() {
    String deep = "a.".repeat(126) + "b";
    NameIndex index = NameIndex.builder(7).put(deep, 1, 0).put("a.b", 0, 2).put("b", 0, 3).build();
    assertThat(index.deepest()).isEqualTo(127);
    assertThat(find(index, deep)).isEqualTo(1);
    assertThat(find(index, "c" + deep.substring(1))).isEqualTo(2);
    assertThat(find(index, "c.".repeat(126) + "b")).isEqualTo(3);
    assertThat(find(index, "b.".repeat(126) + "a")).isZero();
  }

  @Example
  void theLongestNamesAreFound() {
    String label = "a".repeat(63);
    String longest = String.join(".", label, label, label, "b".repeat(61));
    NameIndex index = NameIndex.builder(7).put(longest, 5, 0).put("b".repeat(61), 0, 6).build();
    assertThat(find(index, longest)).isEqualTo(5);
    assertThat(find(index, "a." + longest.substring(64))).isEqualTo(6);
    assertThat(find(index, "a" + longest)).isEqualTo(6);
    assertThat(find(index, "a".repeat(256) + "." + longest)).isEqualTo(6);
  }

  @Example
  void aNameHasItsNumbersOnce() {
    NameIndexBuilder builder =
        NameIndex.builder(7).put("a.example", 1, 2).put("b.example", 1, 2).put("a.example", 1, 2);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`a.example`");
  }

  @Example
  void aNameIsCanonical() {
    NameIndexBuilder builder = NameIndex.builder(7);
    for (String name : List.of("a".repeat(254), "A", "a b", "\u00e9", "a\u0000", "\u0161")) {
      assertThatThrownBy(() -> builder.put(name, 1, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(find(builder.build(), "a")).isZero();
  }

  @Example
  void exactlyTheVisibleCharactersWithoutCapitalsAreThoseOfANameAtEachPlace() {
    String around = "abcdefgh.klmnopq";
    for (int at = 0; at < around.length(); at++) {
      for (int octet = 0; octet < 256; octet++) {
        byte[] name = around.getBytes(US_ASCII);
        name[at] = (byte) octet;
        NameIndexBuilder builder = NameIndex.builder(7);
        boolean canonical = octet > ' ' && octet < 0x7f && !(octet >= 'A' && octet <= 'Z');
        assertThat(catchThrowable(() -> builder.put(name, 0, name.length, 1, 1)) == null)
            .as("octet %s at %s", octet, at)
            .isEqualTo(canonical);
      }
    }
  }

  @Example
  void placesOutsideOfTheArrayAreRefused() {
    NameIndexBuilder builder = NameIndex.builder(7);
    byte[] ascii = new byte[9];
    Arrays.fill(ascii, (byte) 'a');
    for (int[] places : new int[][] {{0, 10}, {-1, 3}, {3, 2}}) {
      assertThatThrownBy(() -> builder.put(ascii, places[0], places[1], 1, 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Example
  void namesOfMoreThanAnArrayHoldsAreRefused() {
    assertThat(NameTableWriter.checked(1L << 30)).isEqualTo(1 << 30);
    assertThatThrownBy(() -> NameTableWriter.checked(1L << 31))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("divide");
    assertThat(NameTableWriter.roomy(5, 9)).isEqualTo(9);
    assertThat(NameTableWriter.roomy(1L << 30, 1L << 31)).isEqualTo(Integer.MAX_VALUE - 8);
  }

  @Example
  void anEmptyIndexFindsNothing() {
    NameIndex index = NameIndex.builder(7).build();
    assertThat(find(index, "a.example")).isZero();
    assertThat(find(index, "")).isZero();
    assertThat(index.deepest()).isZero();
  }

  /** Over all seeds, as the javadoc of {@link KeyedHash} says; one seed may be worse. */
  @Example
  void namesThatDifferInANumberShareABucketAsRarelyAsAnyNames() {
    int buckets = 1 << 15;
    int many = 2 * buckets;
    int seeds = 20;
    long pairs = 0;
    for (int seed = 0; seed < seeds; seed++) {
      KeyedHash hash = KeyedHash.of(seed);
      int[] names = new int[buckets];
      for (int i = 0; i < many; i++) {
        String name = "n" + i + ".example";
        pairs += names[NameTable.bucket(hash.of(NameWords.of(name)), buckets)]++;
      }
    }
    assertThat(pairs).isLessThan((long) seeds * many * many / buckets);
  }
}
