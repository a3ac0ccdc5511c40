package io.egressrules.engine.suffix;

import static io.egressrules.engine.suffix.Suffixes.PUBLIC;
import static io.egressrules.engine.suffix.Suffixes.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.DomainName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuffixesTest {

  private static @Nullable String registrable(Suffixes suffixes, String name) {
    DomainName domain = suffixes.registrableDomain(DomainName.parse(name));
    return domain == null ? null : domain.value();
  }

  /** The kinds of entry that the list's own vectors try: plain, two levels, stars, exceptions. */
  @ParameterizedTest
  @CsvSource({
    "com,",
    "example.com, example.com",
    "WWW.Example.COM., example.com",
    "uk.com,",
    "a.b.example.uk.com, example.uk.com",
    "co.uk,",
    "a.example.co.uk, example.co.uk",
    "jp,",
    "test.jp, test.jp",
    "ac.jp,",
    "www.test.ac.jp, test.ac.jp",
    "ide.kyoto.jp,",
    "a.b.ide.kyoto.jp, b.ide.kyoto.jp",
    "ck,",
    "test.ck,",
    "b.test.ck, b.test.ck",
    "a.b.test.ck, b.test.ck",
    "www.ck, www.ck",
    "www.www.ck, www.ck",
    "kobe.jp, kobe.jp",
    "c.kobe.jp,",
    "a.b.c.kobe.jp, b.c.kobe.jp",
    "city.kobe.jp, city.kobe.jp",
    "www.city.kobe.jp, city.kobe.jp",
    "k12.ak.us,",
    "www.test.k12.ak.us, test.k12.ak.us",
    "xn--55qx5d.cn,",
    "shishi.xn--55qx5d.cn, shishi.xn--55qx5d.cn"
  })
  void registrableDomainIsTheSuffixAndOneLabel(String name, @Nullable String registrable) {
    assertThat(registrable(PUBLIC, name)).isEqualTo(registrable);
  }

  @Test
  void sharedHostingIsASuffixOfThePublicOnesOnly() {
    assertThat(registrable(PUBLIC, "a.yours.github.io")).isEqualTo("yours.github.io");
    assertThat(registrable(REGISTRY, "a.yours.github.io")).isEqualTo("github.io");
    assertThat(PUBLIC.contains(DomainName.parse("github.io"))).isTrue();
    assertThat(REGISTRY.contains(DomainName.parse("github.io"))).isFalse();
  }

  @Test
  void topLevelNameThatIsNotListedIsASuffixButNotContained() {
    assertThat(registrable(PUBLIC, "a.b.internal")).isEqualTo("b.internal");
    assertThat(registrable(PUBLIC, "internal")).isNull();
    assertThat(PUBLIC.contains(DomainName.parse("internal"))).isFalse();
    assertThat(PUBLIC.containsAllBelow(DomainName.parse("internal"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "_dmarc.www.example.co.uk, example.co.uk",
    "_a.co.uk, _a.co.uk",
    "_a._b.example.com, example.com",
    "a.b._c, b._c",
    "_a.ck, _a.ck"
  })
  void noSuffixHoldsAnUnderscore(String name, String registrable) {
    assertThat(registrable(PUBLIC, name)).isEqualTo(registrable);
    assertThat(PUBLIC.contains(DomainName.parse(name))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ck", "mm", "kobe.jp"})
  void everythingBelowAStarOfTheListIsASuffix(String name) {
    assertThat(REGISTRY.containsAllBelow(DomainName.parse(name))).isTrue();
    assertThat(REGISTRY.contains(DomainName.parse("anything." + name))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"com", "co.uk", "city.kobe.jp", "www.ck", "example.com"})
  void nothingElseIs(String name) {
    assertThat(PUBLIC.containsAllBelow(DomainName.parse(name))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Suffixes.class)
  void whatOthersRegisterLiesBelowSuffixesAndBelowNamesUnderAStar(Suffixes suffixes) {
    for (String text :
        List.of(
            "com",
            "co.uk",
            "example.co.uk",
            "ck",
            "www.ck",
            "a.www.ck",
            "any.ck",
            "a.any.ck",
            "kobe.jp",
            "city.kobe.jp",
            "a.kobe.jp",
            "jp",
            "github.io",
            "a.github.io",
            "internal",
            "a.internal",
            "_a.com",
            "a_b.ck",
            "compute.amazonaws.com",
            "a.".repeat(124) + "a.ck")) {
      DomainName name = DomainName.parse(text);
      assertThat(suffixes.liesBelow(name))
          .as(text)
          .isEqualTo(suffixes.contains(name) || suffixes.containsAllBelow(name));
    }
  }

  @Test
  void longestNamesAreAnswered() {
    DomainName longest = DomainName.parse("a.".repeat(124) + "a.com");
    assertThat(longest.value()).hasSize(253);
    assertThat(registrable(PUBLIC, longest.value())).isEqualTo("a.com");
    assertThat(PUBLIC.containsAllBelow(longest)).isFalse();
  }
}
