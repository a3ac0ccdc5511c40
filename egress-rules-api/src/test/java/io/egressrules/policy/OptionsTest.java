package io.egressrules.policy;

import static io.egressrules.net.TargetTrait.DOT_SEGMENTS;
import static io.egressrules.net.TargetTrait.EMPTY_SEGMENT;
import static io.egressrules.net.TargetTrait.UNDERSCORE;
import static io.egressrules.net.TargetTrait.USERINFO_DROPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.Cidr;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionsTest {

  @ParameterizedTest
  @EnumSource(TargetTrait.class)
  void byDefaultUserInformationAndUnderscoresAreRefusedAndNothingElse(TargetTrait trait) {
    assertThat(TargetOptions.DEFAULT.refuses(trait))
        .isEqualTo(trait == USERINFO_DROPPED || trait == UNDERSCORE);
  }

  @ParameterizedTest
  @EnumSource(TargetTrait.class)
  void everyTraitCanBeAdmittedAndRefusedAndRefusingWins(TargetTrait trait) {
    Set<TargetTrait> one = Set.of(trait);
    assertThat(new TargetOptions(one, Set.of()).refuses(trait)).isFalse();
    assertThat(new TargetOptions(Set.of(), one).refuses(trait)).isTrue();
    assertThat(new TargetOptions(one, one).refuses(trait)).isTrue();
  }

  @Test
  void admittingOneTraitLeavesTheOthers() {
    TargetOptions options = new TargetOptions(Set.of(UNDERSCORE), Set.of(DOT_SEGMENTS));
    assertThat(options.refuses(USERINFO_DROPPED)).isTrue();
    assertThat(options.refuses(EMPTY_SEGMENT)).isFalse();
  }

  @Test
  void traitsAreCopiedAndListedInTheirOwnOrder() {
    Set<TargetTrait> admit = EnumSet.of(EMPTY_SEGMENT, UNDERSCORE, USERINFO_DROPPED);
    TargetOptions options = new TargetOptions(admit, Set.of());
    admit.clear();
    assertThat(options)
        .hasToString(
            "TargetOptions[admit=[USERINFO_DROPPED, UNDERSCORE, EMPTY_SEGMENT], refuse=[]]");
  }

  @Test
  void addressesAreJudgedStrictlyByDefault() {
    assertThat(AddressOptions.STRICT.mixedAnswers()).isEqualTo(MixedAnswers.DENY);
    assertThat(AddressOptions.STRICT.nat64Prefixes()).isEmpty();
    assertThat(AddressOptions.STRICT.nat64JudgedInside()).isFalse();
  }

  @Test
  void prefixesAreCopied() {
    List<Cidr> prefixes = new ArrayList<>(List.of(Cidr.parse("2001:db8::/96")));
    AddressOptions options = new AddressOptions(MixedAnswers.FILTER, prefixes, true);
    prefixes.clear();
    assertThat(options.nat64Prefixes()).containsExactly(Cidr.parse("2001:db8::/96"));
  }
}
