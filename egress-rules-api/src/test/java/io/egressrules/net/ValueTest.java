package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What all values of the package have in common. Texts are listed in their order. */
class ValueTest {

  static Stream<Arguments> values() {
    return Stream.of(
        of(Host::parse, "9.0.0.0", "10.0.0.0", "255.0.0.0", "::1", "8000::", "a.test", "b.test"),
        of(Cidr::parse, "9.0.0.0/8", "10.0.0.0/8", "10.0.0.0/9", "::/0", "::/1", "8000::/1"),
        of(DomainPattern::parse, "a.test", "*.a.test", ".a.test", "b.test", "*.b.test"),
        of(PortRange::parse, "80", "80-90", "80-91", "81", "443"),
        of(text -> new Unordered(Target.parse(text)), "http://a.test", "https://a.test"));
  }

  private static Arguments of(Function<String, ?> parse, String... texts) {
    return arguments(parse, List.of(texts));
  }

  /** A target has no order; here it has that of its text. */
  private record Unordered(Target target) implements Comparable<Unordered> {
    @Override
    public int compareTo(Unordered other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return target.toString();
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  <V extends Comparable<V>> void equalTextsAreEqualValuesAndOthersDiffer(
      Function<String, V> parse, List<String> texts) {
    for (String text : texts) {
      V value = parse.apply(text);
      assertThat(value).hasToString(text).isNotEqualTo(text).isEqualByComparingTo(value);
      for (String other : texts) {
        boolean same = text.equals(other);
        assertThat(value.equals(parse.apply(other))).isEqualTo(same);
        assertThat(value.compareTo(parse.apply(other)) == 0).isEqualTo(same);
      }
      assertThat(parse.apply(text)).hasSameHashCodeAs(value);
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  <V extends Comparable<V>> void orderIsTotal(Function<String, V> parse, List<String> texts) {
    List<V> values = texts.stream().map(parse).toList();
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < values.size(); j++) {
        assertThat(Integer.signum(values.get(i).compareTo(values.get(j))))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }
}
