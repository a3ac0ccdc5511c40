package io.egressrules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Names have one syntax wherever they stand; the twin is a regular expression. */
class NamesProperties {
  private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9._/-]{0,127}";

  @Provide
  Arbitrary<String> nearNames() {
    Arbitrary<Character> good = Arbitraries.chars().range('a', 'c').with("Z09-_./".toCharArray());
    Arbitrary<Character> odd =
        Arbitraries.of('*', ' ', '$', ':', '`', '\u0000', '\n', 'é', '\u0660', '\uff21', '\ud83d');
    Arbitrary<Character> any = Arbitraries.frequencyOf(Tuple.of(60, good), Tuple.of(1, odd));
    Arbitrary<Integer> lengths = Arbitraries.of(0, 1, 2, 3, 8, 127, 128, 129, 130);
    return lengths.flatMap(length -> any.list().ofSize(length)).map(NamesProperties::joined);
  }

  private static String joined(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  @Property
  void idsGroupsPoliciesAndProfilesAreNames(@ForAll("nearNames") String text) {
    boolean name = text.matches(NAME);
    assertThat(accepts(Rule::allow, text)).isEqualTo(name);
    assertThat(accepts(Rule::deny, text)).isEqualTo(name);
    assertThat(accepts(Policy::builder, text)).isEqualTo(name);
    assertThat(accepts(t -> Group.of(t, List.of(), SourceLocation.BUILDER), text)).isEqualTo(name);
    assertThat(accepts(Requirement.NONE::inspect, text)).isEqualTo(name);
    assertThat(accepts(Condition.builder()::hosts, "$" + text)).isEqualTo(name);
    assertThat(accepts(Condition.builder()::cidrs, "$" + text)).isEqualTo(name);
  }

  @Property
  void subjectsAreNamesOrPrefixesWithAFinalStar(@ForAll("nearNames") String text) {
    boolean entry = text.matches(NAME + "\\*?|\\*");
    assertThat(accepts(Condition.builder()::subjects, text)).isEqualTo(entry);
    assertThat(accepts(Condition.builder()::subjects, text + "*"))
        .isEqualTo((text + "*").matches(NAME + "\\*?|\\*"));
  }

  private static boolean accepts(Consumer<String> reader, String text) {
    Throwable thrown = catchThrowable(() -> reader.accept(text));
    assertThat(thrown == null || thrown instanceof IllegalArgumentException).isTrue();
    return thrown == null;
  }
}
