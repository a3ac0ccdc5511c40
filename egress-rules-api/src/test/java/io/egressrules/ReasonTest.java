package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.AddressClass;
import io.egressrules.net.GateRule;
import io.egressrules.net.IpAddress;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.RuleRef;
import io.egressrules.policy.SourceLocation;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ReasonTest {
  private static final SourceLocation HERE = new SourceLocation("policy.yaml", 7, 9);
  private static final RuleRef RULE = new RuleRef("partner-api", HERE, "team-a", "why", "NET-1");
  private static final IpAddress ADDRESS = IpAddress.parse("10.1.2.3");

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void thePrivateTextIsOneLowerCaseLineEvenWithoutData(ReasonCode code) {
    Reason reason = Reason.of(code);
    assertThat(reason.privateText())
        .matches("[a-z`][^\\p{Cntrl}]{7,}[^.]")
        .doesNotContain("null")
        .isEqualTo(reason.toString());
  }

  @Test
  void noTwoCodesHaveTheSamePrivateText() {
    assertThat(Arrays.stream(ReasonCode.values()).map(Reason::of).map(Reason::privateText))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void thePrivateTextNamesRulePlaceOwnerTicketAndAddress(ReasonCode code) {
    Reason reason =
        Reason.builder(code).rule(RULE).address(ADDRESS, AddressClass.PRIVATE_USE).build();
    assertThat(reason.privateText())
        .isEqualTo(
            Reason.of(code).privateText()
                + "; address 10.1.2.3 is "
                + AddressClass.PRIVATE_USE.title()
                + "; rule partner-api (policy.yaml:7:9), owner team-a, ticket NET-1");
  }

  @Test
  void thePrivateTextLeavesOutWhatIsNotStated() {
    RuleRef bare = new RuleRef("r", SourceLocation.BUILDER, null, null, null);
    assertThat(Reason.of(ReasonCode.DENIED_BY_RULE, bare).privateText())
        .isEqualTo("a deny rule matches; rule r ((builder))");
    assertThat(Reason.builder(ReasonCode.DNS_FAILED).address(ADDRESS, null).build().privateText())
        .isEqualTo("the name could not be resolved; address 10.1.2.3");
  }

  @ParameterizedTest
  @CsvSource({
    "ADDRESS_SPECIAL, `grant`",
    "CLEARTEXT_FORBIDDEN, use https",
    "SCHEME_FORBIDDEN, `schemes`",
    "PORT_FORBIDDEN, `ports`",
    "METHOD_FORBIDDEN, `methods`",
    "PATH_FORBIDDEN, `paths`",
  })
  void anUnmetRequirementNamesTheKeyThatWouldAdmitTheCall(ReasonCode code, String key) {
    assertThat(Reason.of(code).privateText()).contains(key);
  }

  @ParameterizedTest
  @EnumSource(GateRule.class)
  void aMalformedTargetNamesTheGateRuleAndItsFix(GateRule rule) {
    Reason reason = Reason.builder(ReasonCode.TARGET_MALFORMED).gateRule(rule).build();
    assertThat(reason.privateText())
        .isEqualTo("the target is refused by gate rule " + rule + ": " + rule.sentence());
  }

  @ParameterizedTest
  @CsvSource({
    "USERINFO_DROPPED, `target: {admit: [userinfo-dropped]}` admits it",
    "UNDERSCORE, `target: {admit: [underscore]}` admits it",
    "ENCODED_SLASH, remove `encoded-slash` from `target: {refuse: [..]}` to admit it",
  })
  void aRefusedTraitNamesTheOptionThatWouldAdmitIt(TargetTrait trait, String fix) {
    Reason reason = Reason.builder(ReasonCode.TARGET_MALFORMED).trait(trait).build();
    assertThat(reason.privateText())
        .startsWith("the policy refuses targets with the trait `")
        .endsWith("`; " + fix);
  }

  @Test
  void aMixedAnswerSaysWhatIsWrongWithTheDeniedAddress() {
    Reason reason =
        Reason.builder(ReasonCode.ADDRESS_MIXED).cause(ReasonCode.ADDRESS_SPECIAL).build();
    assertThat(reason.privateText())
        .isEqualTo("some addresses of the answer are denied (ADDRESS_SPECIAL)");
    assertThat(Reason.of(ReasonCode.ADDRESS_MIXED).privateText())
        .isEqualTo("some addresses of the answer are denied");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"ALLOWED_BY_RULE", "ADDRESS_PENDING", "REPORT_ONLY"})
  void thePublicTextTellsOnlyWhereTheRefusalLies(ReasonCode code) {
    assertThat(Reason.of(code).publicText())
        .isEqualTo(
            switch (code.kind()) {
              case TARGET -> "the outbound call was refused: its target is not valid";
              case POLICY -> "the outbound call was refused by policy";
              case FAILURE -> "the outbound call was refused: it could not be checked";
            });
  }

  /** Regression: an allowed call was said to be refused by policy. */
  @ParameterizedTest
  @EnumSource(names = {"ALLOWED_BY_RULE", "ADDRESS_PENDING", "REPORT_ONLY"})
  void thePublicTextOfAnAllowedCallSaysSo(ReasonCode code) {
    assertThat(Reason.of(code).publicText()).isEqualTo("the outbound call is allowed");
  }

  @Test
  void dataIsKeptAndAbsentUntilStated() {
    Reason none = Reason.of(ReasonCode.TARGET_MALFORMED);
    assertThat(none.code()).isEqualTo(ReasonCode.TARGET_MALFORMED);
    assertThat(none.rule()).isNull();
    assertThat(none.address()).isNull();
    assertThat(none.addressClass()).isNull();
    assertThat(none.gateRule()).isNull();
    assertThat(none.trait()).isNull();
    assertThat(none.cause()).isNull();
    Reason all =
        Reason.builder(ReasonCode.ADDRESS_MIXED)
            .rule(RULE)
            .address(ADDRESS, AddressClass.PRIVATE_USE)
            .gateRule(GateRule.PORT)
            .trait(TargetTrait.UNDERSCORE)
            .cause(ReasonCode.ADDRESS_SPECIAL)
            .build();
    assertThat(all.rule()).isEqualTo(RULE);
    assertThat(all.address()).isEqualTo(ADDRESS);
    assertThat(all.addressClass()).isEqualTo(AddressClass.PRIVATE_USE);
    assertThat(all.gateRule()).isEqualTo(GateRule.PORT);
    assertThat(all.trait()).isEqualTo(TargetTrait.UNDERSCORE);
    assertThat(all.cause()).isEqualTo(ReasonCode.ADDRESS_SPECIAL);
  }

  @Test
  void everyDatumCountsForEquality() {
    List<UnaryOperator<Reason.Builder>> data =
        List.of(
            none -> none,
            r -> Reason.builder(ReasonCode.DENIED_BY_RULE),
            r -> r.rule(RULE),
            r -> r.rule(new RuleRef("other", HERE, null, null, null)),
            r -> r.address(ADDRESS, null),
            r -> r.address(ADDRESS, AddressClass.PRIVATE_USE),
            r -> r.address(IpAddress.parse("::1"), null),
            r -> r.gateRule(GateRule.PORT),
            r -> r.trait(TargetTrait.UNDERSCORE),
            r -> r.cause(ReasonCode.ADDRESS_SPECIAL));
    for (UnaryOperator<Reason.Builder> one : data) {
      Reason reason = one.apply(Reason.builder(ReasonCode.ADDRESS_MIXED)).build();
      for (UnaryOperator<Reason.Builder> other : data) {
        Reason built = other.apply(Reason.builder(ReasonCode.ADDRESS_MIXED)).build();
        assertThat(reason.equals(built)).isEqualTo(one == other);
        assertThat(one != other || reason.hashCode() == built.hashCode()).isTrue();
      }
    }
    assertThat(Reason.of(ReasonCode.DNS_EMPTY)).isNotEqualTo(null).isNotEqualTo("DNS_EMPTY");
  }

  @Test
  void whatAnInspectionFoundIsNamedWithItsPlaceAndWithoutItsValue() {
    Finding finding =
        new Finding(
            "payment-card",
            Finding.Place.BODY,
            120,
            136,
            Confidence.VERY_LIKELY,
            InspectionAction.DENY,
            "5f3a",
            "… (16 characters)");
    Reason reason = Reason.builder(ReasonCode.DLP_MATCH).finding(finding).build();
    assertThat(reason.finding()).isEqualTo(finding);
    assertThat(reason.privateText())
        .isEqualTo(
            "the inspection found `payment-card` in the body at byte 120, which must not leave");
    assertThat(reason).isNotEqualTo(Reason.of(ReasonCode.DLP_MATCH));
  }
}
