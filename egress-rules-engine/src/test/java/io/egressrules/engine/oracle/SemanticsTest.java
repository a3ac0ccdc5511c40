package io.egressrules.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.ReasonCode;
import io.egressrules.policy.Effect;
import io.egressrules.policy.PolicyException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences of SEMANTICS.md, held against the oracle and against the engine. */
class SemanticsTest {
  /** Codes among those of the levels that the text does not speak of. */
  private static final Set<ReasonCode> OF_GUARDS =
      EnumSet.of(
          ReasonCode.HEADER_MALFORMED, ReasonCode.HOST_VIEW_DIFFERS, ReasonCode.ADDRESS_NOT_VETTED);

  static List<Case> cases() {
    return Case.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theOracleDecidesAsTheTextSays(Case one) {
    Verdict verdict =
        Oracle.decide(one.policy().policy(), one.request().request(), one.request().at());
    assertThat(verdict).as("%s%n%s", one.policy(), one.request()).isEqualTo(one.expected());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theEngineDecidesAsTheTextSays(Case one) {
    Verdict verdict = new Engine(one.policy()).verdict(one.request());
    assertThat(verdict).as("%s%n%s", one.policy(), one.request()).isEqualTo(one.expected());
  }

  @ParameterizedTest
  @ValueSource(strings = {"subjects: *", "ports: 443", "label.tier: gold"})
  void anAllowRuleMustNameHostsAnyHostOrCidrs(String words) {
    assertRefused(Case.allow("r", words));
  }

  @Test
  void exceptionsAreForDenyRulesOnly() {
    Words anyHost = Words.parse("any-host: all");
    assertRefused(new RuleText("r", Effect.ALLOW, anyHost, List.of(Words.parse("ports: 443"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/0",
        "::/0",
        "0.0.0.0/8",
        "126.0.0.0/7",
        "169.254.169.254/32",
        "168.63.129.16/32",
        "100.64.0.0/10",
        "224.0.0.0/24",
        "255.255.255.255/32",
        "::/127",
        "fe80::/64",
        "fd00::/8",
        "ff02::1/128",
        "::ffff:169.254.0.0/112"
      })
  void aGrantThatTouchesOtherGuardedSpaceDoesNotCompile(String cidr) {
    assertRefused(Case.allow("r", "any-host: all; grant: " + cidr));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.0/8", "127.0.0.1/32", "::1/128", "::ffff:127.0.0.0/104"})
  void loopbackCanBeGranted(String cidr) {
    assertThatCode(() -> new Engine(Case.policy(Case.allow("r", "any-host: all; grant: " + cidr))))
        .doesNotThrowAnyException();
  }

  private static void assertRefused(RuleText rule) {
    assertThatThrownBy(() -> new Engine(Case.policy(rule)))
        .as("%s", rule)
        .isInstanceOf(PolicyException.class);
  }

  @Test
  void everyCodeOfTheTextHasACase() {
    Set<ReasonCode> ofTheText = EnumSet.range(ReasonCode.TARGET_MALFORMED, ReasonCode.DNS_EMPTY);
    ofTheText.removeAll(OF_GUARDS);
    Set<ReasonCode> shown = EnumSet.noneOf(ReasonCode.class);
    cases().forEach(one -> shown.add(one.expected().code()));
    assertThat(shown).isEqualTo(ofTheText);
  }
}
