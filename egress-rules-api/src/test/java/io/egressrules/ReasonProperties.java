package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.AddressClass;
import io.egressrules.net.GateRule;
import io.egressrules.net.IpAddress;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.RuleRef;
import io.egressrules.policy.SourceLocation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a reason holds, its public text holds none of it. */
class ReasonProperties {

  @Property(edgeCases = EdgeCasesMode.NONE)
  void thePublicTextIsThatOfTheCodeAlone(
      @ForAll ReasonCode code,
      @ForAll("rules") RuleRef rule,
      @ForAll int address,
      @ForAll AddressClass where,
      @ForAll GateRule gateRule,
      @ForAll TargetTrait trait,
      @ForAll ReasonCode cause) {
    Reason reason =
        Reason.builder(code)
            .rule(rule)
            .address(IpAddress.ofIpv4(address), where)
            .gateRule(gateRule)
            .trait(trait)
            .cause(cause)
            .build();
    assertThat(reason.publicText())
        .isEqualTo(Reason.of(code).publicText())
        .doesNotContain(
            rule.id(), rule.location().file(), rule.owner(), rule.reason(), rule.ticket());
    assertThat(reason.publicText())
        .doesNotContain(
            IpAddress.ofIpv4(address).toString(),
            where.title(),
            gateRule.name(),
            gateRule.sentence(),
            trait.name(),
            code.name(),
            cause.name());
  }

  @Property
  void thePrivateTextNamesWhomToAsk(@ForAll ReasonCode code, @ForAll("rules") RuleRef rule) {
    assertThat(Reason.of(code, rule).privateText())
        .contains(rule.id(), rule.location().toString(), rule.owner(), rule.ticket());
  }

  @Provide
  Arbitrary<RuleRef> rules() {
    Arbitrary<String> words =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(9).ofMaxLength(30);
    Arbitrary<SourceLocation> places =
        Combinators.combine(words, Arbitraries.integers().between(0, 9))
            .as((file, line) -> new SourceLocation(file + ".yaml", line, line));
    return Combinators.combine(words, places, words, words, words).as(RuleRef::new);
  }
}
