package io.egressrules.engine.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.net.MalformedException;
import io.egressrules.net.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
  private static final Target BASE = Target.parse("http://a/b/c/d;p?q");

  private static String resolved(String reference) {
    return Target.parse(Reference.resolve(BASE, reference)).url();
  }

  /** Without the fragment, which is never sent. */
  @ParameterizedTest
  @CsvSource({
    "g, http://a/b/c/g",
    "./g, http://a/b/c/g",
    "g/, http://a/b/c/g/",
    "/g, http://a/g",
    "//g, http://g/",
    "?y, http://a/b/c/d;p?y",
    "g?y, http://a/b/c/g?y",
    "'#s', http://a/b/c/d;p?q",
    "'g#s', http://a/b/c/g",
    "'g?y#s', http://a/b/c/g?y",
    ";x, http://a/b/c/;x",
    "g;x, http://a/b/c/g;x",
    "'', http://a/b/c/d;p?q",
    "., http://a/b/c/",
    "./, http://a/b/c/",
    ".., http://a/b/",
    "../, http://a/b/",
    "../g, http://a/b/g",
    "../.., http://a/",
    "../../, http://a/",
    "../../g, http://a/g"
  })
  void rfc_3986_section_5_4_1_normal_examples(String reference, String expected) {
    assertThat(resolved(reference)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "../../../g, http://a/g",
    "../../../../g, http://a/g",
    "/./g, http://a/g",
    "/../g, http://a/g",
    "g., http://a/b/c/g.",
    ".g, http://a/b/c/.g",
    "g.., http://a/b/c/g..",
    "..g, http://a/b/c/..g",
    "./../g, http://a/b/g",
    "./g/., http://a/b/c/g/",
    "g/./h, http://a/b/c/g/h",
    "g/../h, http://a/b/c/h",
    "g;x=1/./y, http://a/b/c/g;x=1/y",
    "g;x=1/../y, http://a/b/c/y",
    "g?y/./x, http://a/b/c/g?y/./x",
    "g?y/../x, http://a/b/c/g?y/../x",
    "'g#s/../x', http://a/b/c/g"
  })
  void rfc_3986_section_5_4_2_abnormal_examples(String reference, String expected) {
    assertThat(resolved(reference)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"g:h", "http:g", "javascript:alert(1)", "a:b@c", "//", "//@", "///g"})
  void what_no_two_readers_resolve_alike_does_not_pass_the_gate(String reference) {
    assertThatThrownBy(() -> resolved(reference)).isInstanceOf(MalformedException.class);
  }

  @Test
  void path_that_begins_with_two_slashes_after_its_dots_stays_on_the_host() {
    assertThat(resolved("/..//evil.test/")).isEqualTo("http://a//evil.test/");
  }

  @Test
  void port_of_the_base_stays() {
    Target base = Target.parse("https://[2001:db8::1]:8443/x");

    assertThat(Target.parse(Reference.resolve(base, "y")).url())
        .isEqualTo("https://[2001:db8::1]:8443/y");
  }
}
