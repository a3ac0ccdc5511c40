package io.egressrules.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextSetProperties {
  @Property
  void orderAndRepetitionChangeNothing(
      @ForAll @Size(max = 30) List<@StringLength(max = 3) String> texts, @ForAll long seed) {
    List<String> others = new ArrayList<>(texts);
    others.addAll(texts.subList(0, texts.size() / 2));
    Collections.shuffle(others, new Random(seed));
    assertThat(TextSet.of(others)).isEqualTo(TextSet.of(texts));
  }

  @Property
  void eachTextIsThereOnce(@ForAll @Size(max = 30) List<@StringLength(max = 2) String> texts) {
    assertThat(TextSet.of(texts)).doesNotHaveDuplicates().hasSameElementsAs(new HashSet<>(texts));
  }

  /** `Aa` and `BB` have one hash code, and so has every text made of the two. */
  @Test
  void textsOfOneHashCodeAreKeptApart() {
    assertThat("AaAa").hasSameHashCodeAs("BBBB").hasSameHashCodeAs("AaBB");
    assertThat(TextSet.of(List.of("BBBB", "AaBB", "AaAa", "BBBB", "x")))
        .isEqualTo(TextSet.of(List.of("x", "AaAa", "BBBB", "AaBB")))
        .containsExactlyInAnyOrder("AaAa", "AaBB", "BBBB", "x");
  }
}
