package io.egressrules.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NameNumbersProperties {
  @Property
  void theyAreThoseOfAMap(
      @ForAll @Size(max = 200)
          List<@StringLength(max = 3) @CharRange(from = 'a', to = 'c') String> names,
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String text) {
    NameNumbers numbers = new NameNumbers();
    Map<String, Integer> expected = new HashMap<>();
    for (String name : names) {
      Integer known = expected.putIfAbsent(name, expected.size());
      assertThat(numbers.enter(name)).isEqualTo(known == null ? expected.size() - 1 : known);
    }
    assertThat(numbers.size()).isEqualTo(expected.size());
    expected.forEach((name, number) -> assertThat(numbers.name(number)).isEqualTo(name));
    for (int start = 0; start <= text.length(); start++) {
      assertThat(numbers.find(text, start))
          .isEqualTo(expected.getOrDefault(text.substring(start), NameNumbers.NONE));
    }
  }

  @Test
  void namesOfOneHashCodeAreKeptApart() {
    NameNumbers numbers = new NameNumbers();
    assertThat("AaAa").hasSameHashCodeAs("BBBB");
    assertThat(numbers.enter("AaAa")).isZero();
    assertThat(numbers.enter("BBBB")).isOne();
    assertThat(numbers.find("xBBBB", 1)).isOne();
    assertThat(numbers.find("xAaBB", 1)).isEqualTo(NameNumbers.NONE);
  }

  /** With names found by their hash code, this is an hour's work; with a key, a moment's. */
  @Test
  void hundredThousandNamesOfOneHashCodeAreNumberedAsFastAsOthers() {
    NameNumbers numbers = new NameNumbers();
    int count = 1 << 17;
    for (int bits = 0; bits < count; bits++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 17; bit++) {
        name.append((bits >> bit & 1) == 0 ? "ab" : "bC");
      }
      assertThat(numbers.enter(name.toString())).isEqualTo(bits);
    }
    assertThat(numbers.size()).isEqualTo(count);
  }
}
