package io.egressrules.engine.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The naive twin of a {@link NameIndex}: strips label after label and looks in a map. */
final class NameTwin {
  private static final List<String> LABELS =
      List.of(
          "a",
          "b",
          "ab",
          "ba",
          "a-very-long-label-of-more-than-two-words",
          "sixsix",
          "seven-7",
          "eight-88",
          "_dns",
          "xn--p1ai");

  /** So many of them are so short that several are in one word. */
  private static final int SHORT = 4;

  private static final String ODD = "aAbB.-_@[`{\u0000\u00e9\uff0e\u3002\u212a";

  /** The two numbers of a name. */
  record Numbers(int at, int below) {}

  final Map<String, Numbers> names = new TreeMap<>();

  /** So many names, or fewer, some without a number. */
  static NameTwin draw(Random random, int most) {
    NameTwin twin = new NameTwin();
    for (int i = 1; i <= most; i++) {
      twin.names.put(
          name(random), new Numbers(random.nextBoolean() ? i : 0, random.nextInt(3) == 0 ? -i : 0));
    }
    return twin;
  }

  static String name(Random random) {
    boolean deep = random.nextInt(8) == 0;
    int kinds = deep ? SHORT : LABELS.size();
    StringBuilder name = new StringBuilder(LABELS.get(random.nextInt(kinds)));
    for (int labels = random.nextInt(deep ? 12 : 4); labels > 0; labels--) {
      name.append('.').append(LABELS.get(random.nextInt(kinds)));
    }
    return name.toString();
  }

  /** Any text of characters that are near those of names. */
  static String odd(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(random.nextInt(5) == 0 ? 300 : 24); left > 0; left--) {
      text.append(ODD.charAt(random.nextInt(ODD.length())));
    }
    return text.toString();
  }

  /** Hosts at, above, below and beside the names, and some others. */
  List<String> hosts(Random random) {
    List<String> hosts = new ArrayList<>();
    for (String name : names.keySet()) {
      hosts.add(name);
      hosts.add("x." + name);
      hosts.add("x" + name);
      hosts.add("B.a." + name);
      hosts.add(name.substring(name.indexOf('.') + 1));
      hosts.add(odd(random) + "." + name);
    }
    for (int i = 0; i < 20; i++) {
      hosts.add(name(random));
      hosts.add(odd(random));
    }
    return hosts;
  }

  NameIndex index(KeyedHash hash) {
    NameIndexBuilder builder = new NameIndexBuilder(hash);
    names.forEach((name, numbers) -> builder.put(name, numbers.at, numbers.below));
    return builder.build();
  }

  int find(String host) {
    Numbers own = names.get(host);
    if (own != null && own.at != 0) {
      return own.at;
    }
    for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      Numbers above = names.get(host.substring(dot + 1));
      if (above != null && above.below != 0) {
        return above.below;
      }
    }
    return 0;
  }
}
