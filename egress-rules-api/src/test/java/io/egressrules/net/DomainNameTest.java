package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainNameTest {

  @Test
  void letterCaseAndOneTrailingDotChangeNothing() {
    assertThat(DomainName.parse("API.Example.TEST."))
        .isEqualTo(DomainName.parse("api.example.test"))
        .hasSameHashCodeAs(DomainName.parse("api.example.test"))
        .hasToString("api.example.test");
  }

  @Test
  void turkishLocaleChangesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      assertThat(DomainName.parse("API.INTERNAL.IO")).hasToString("api.internal.io");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void addressIsNoName() {
    assertThatThrownBy(() -> DomainName.parse("192.0.2.1"))
        .hasMessage("offset 0: an ip address is not a domain name; write a name");
  }

  @Test
  void lengthsAreCapped() {
    String label = "a".repeat(63);
    String longest = String.join(".", label, label, label, "a".repeat(61));
    assertThat(DomainName.parse(longest + ".").value()).hasSize(DomainName.MAX_LENGTH);
    assertThatThrownBy(() -> DomainName.parse(longest + "a"))
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.rule()).isEqualTo(GateRule.HOST_LENGTH));
    assertThatThrownBy(() -> DomainName.parse(label + "a.test"))
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.rule()).isEqualTo(GateRule.HOST_LABEL));
  }

  @Test
  void underscoreIsAdmittedAndSeen() {
    assertThat(DomainName.parse("_dmarc.a.test").hasUnderscore()).isTrue();
    assertThat(DomainName.parse("a.test").hasUnderscore()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a.test,     a.test, true",
    "b.a.test,   a.test, true",
    "c.b.a.test, a.test, true",
    "ba.test,    a.test, false",
    "test,       a.test, false",
    "a.test.b,   a.test, false",
    "a.test,     test,   true",
  })
  void liesWithinByLabelsNotByLetters(String name, String ancestor, boolean within) {
    assertThat(DomainName.parse(name).isWithin(DomainName.parse(ancestor))).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({"test, 1", "a.test, 2", "c.b.a.test, 4"})
  void countsLabels(String name, int labels) {
    assertThat(DomainName.parse(name).labelCount()).isEqualTo(labels);
  }
}
