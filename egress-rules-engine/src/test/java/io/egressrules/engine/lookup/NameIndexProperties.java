package io.egressrules.engine.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The naive twin strips label after label and looks in a map. */
class NameIndexProperties {
  private static final List<String> LABELS =
      List.of(
          "a",
          "b",
          "ab",
          "a-very-long-label-of-more-than-two-words",
          "seven-7",
          "eight-88",
          "xn--p1ai");

  /** The two numbers of a name. */
  private record Numbers(int at, int below) {}

  @Property
  void aHostHasTheNumberOfTheClosestName(@ForAll Random random) {
    compareWithTwin(random, KeyedHash.of(random.nextLong()));
  }

  @Property
  void namesThatCollideAreToldApart(@ForAll Random random) {
    compareWithTwin(random, new KeyedHash(0, 1));
    compareWithTwin(random, new KeyedHash(1, 0));
    compareWithTwin(random, new KeyedHash(1, 1L << 60));
  }

  private static void compareWithTwin(Random random, KeyedHash hash) {
    Map<String, Numbers> twin = new HashMap<>();
    NameIndexBuilder builder = new NameIndexBuilder(hash);
    for (int i = random.nextInt(60); i > 0; i--) {
      Numbers numbers = new Numbers(random.nextInt(3), random.nextInt(3) == 0 ? i : 0);
      String name = name(random);
      if (twin.putIfAbsent(name, numbers) == null) {
        builder.put(name, numbers.at, numbers.below);
      }
    }
    NameIndex index = builder.build();
    for (String host : hosts(twin, random)) {
      assertThat(index.find(host)).as("%s in %s", host, twin).isEqualTo(find(twin, host));
    }
  }

  private static int find(Map<String, Numbers> twin, String host) {
    Numbers own = twin.get(host);
    if (own != null && own.at != 0) {
      return own.at;
    }
    for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      Numbers above = twin.get(host.substring(dot + 1));
      if (above != null && above.below != 0) {
        return above.below;
      }
    }
    return 0;
  }

  private static List<String> hosts(Map<String, Numbers> twin, Random random) {
    List<String> hosts = new ArrayList<>();
    for (String name : twin.keySet()) {
      hosts.add(name);
      hosts.add("x." + name);
      hosts.add("x" + name);
      hosts.add("b.a." + name);
    }
    for (int i = 0; i < 20; i++) {
      hosts.add(name(random));
    }
    return hosts;
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder(LABELS.get(random.nextInt(LABELS.size())));
    for (int labels = random.nextInt(4); labels > 0; labels--) {
      name.append('.').append(LABELS.get(random.nextInt(LABELS.size())));
    }
    return name.toString();
  }

  @Example
  void manyNamesAreFoundAfterTheTableHasGrown() {
    NameIndexBuilder builder = NameIndex.builder(7);
    int many = 50_000;
    for (int i = 1; i <= many; i++) {
      builder.put("n" + i + ".d" + i % 100 + ".example", i, 0);
    }
    NameIndex index = builder.build();
    for (int i = 1; i <= many; i++) {
      assertThat(index.find("n" + i + ".d" + i % 100 + ".example")).isEqualTo(i);
    }
    assertThat(index.find("n1.d2.example")).isZero();
    assertThat(index.bytes()).isBetween(16L * many, 100L * many);
    assertThat(index.deepest()).isEqualTo(3);
  }

  @Example
  void aNameHasItsNumbersOnce() {
    NameIndexBuilder builder = NameIndex.builder(7).put("a.example", 1, 2);
    assertThatThrownBy(() -> builder.put("a.example", 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`a.example`");
  }

  @Example
  void theLongestNamesAreFound() {
    String label = "a".repeat(63);
    String longest = String.join(".", label, label, label, "b".repeat(61));
    NameIndex index = NameIndex.builder(7).put(longest, 5, 0).put("b".repeat(61), 0, 6).build();
    assertThat(index.find(longest)).isEqualTo(5);
    assertThat(index.find("a." + longest.substring(64))).isEqualTo(6);
    assertThatThrownBy(() -> NameIndex.builder(7).put(longest + "c", 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void anEmptyIndexFindsNothing() {
    assertThat(NameIndex.builder(7).build().find("a.example")).isZero();
  }
}
