package io.egressrules.engine.tree;

import static io.egressrules.engine.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.EgressFilter;
import io.egressrules.ReasonCode;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.Statistics;
import io.egressrules.net.MetadataHosts;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names and CIDRs that share their rules share what the structure keeps of them. */
class SharingTest {
  private static final int MANY = 20_000;
  private static final int METADATA_NAMES = MetadataHosts.names().size();

  /** Two empty blocks, of names and of CIDRs, and that of metadata names. */
  private static final int BLOCKS_OF_ANY_POLICY = 3;

  private static String[] names(String suffix) {
    return IntStream.range(0, MANY).mapToObj(i -> "n" + i + suffix).toArray(String[]::new);
  }

  private static String[] addresses() {
    return IntStream.range(0, MANY)
        .mapToObj(i -> "11." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255) + "/32")
        .toArray(String[]::new);
  }

  private static Statistics statistics(Policy.Builder policy) {
    return EgressRules.statistics(EgressRules.compile(policy.build()));
  }

  @Test
  void aLongListIsOneBlock() {
    Statistics statistics =
        statistics(
            Policy.builder("test")
                .hostGroup("block", names(".example"))
                .rule(Rule.deny("d").hosts("$block")));
    assertThat(statistics.names()).isEqualTo(MANY + METADATA_NAMES);
    assertThat(statistics.blocks()).isEqualTo(BLOCKS_OF_ANY_POLICY + 1);
    assertThat(statistics.links()).isEqualTo(1);
  }

  @Test
  void aLongListOfSeveralRulesIsOneBlock() {
    Statistics statistics =
        statistics(
            Policy.builder("test")
                .hostGroup("block", names(".example"))
                .rule(Rule.deny("d").hosts("$block"))
                .rule(Rule.deny("e").hosts("$block").ports("25"))
                .rule(Rule.allow("a").hosts("$block").subjects("x")));
    assertThat(statistics.blocks()).isEqualTo(BLOCKS_OF_ANY_POLICY + 1);
    assertThat(statistics.links()).isEqualTo(2);
  }

  @Test
  void aListOfCidrsIsABlockForEachPrefixLength() {
    Statistics statistics =
        statistics(
            Policy.builder("test")
                .cidrGroup("block", addresses())
                .rule(Rule.deny("d").cidrs("$block", "11.0.0.0/8")));
    assertThat(statistics.cidrs()).isEqualTo(MANY + 1);
    assertThat(statistics.blocks()).isEqualTo(BLOCKS_OF_ANY_POLICY + 2);
  }

  @Test
  void theCoveringNameIsBehindEachNameBelow() {
    Policy.Builder policy =
        Policy.builder("test")
            .hostGroup("some", names(".a.example"))
            .rule(Rule.allow("below").hosts("*.a.example"))
            .rule(Rule.allow("some").hosts("$some").ports("8443"));
    EgressFilter filter = EgressRules.compile(policy.build());
    assertThat(EgressRules.statistics(filter).blocks()).isEqualTo(BLOCKS_OF_ANY_POLICY + 2);
    assertThat(filter.decide(get("https://n7.a.example/")).reason().rule().id()).isEqualTo("below");
    assertThat(filter.decide(get("https://n7.a.example:8443/")).reason().rule().id())
        .isEqualTo("some");
  }

  @Test
  void aRuleThatIsFoundTwiceInAChainIsFoundByItsBestEntry() {
    EgressFilter filter =
        EgressRules.compile(
            Policy.builder("test")
                .rule(Rule.allow("z").hosts(".example", "a.b.example"))
                .rule(Rule.allow("a").hosts(".b.example"))
                .build());
    assertThat(filter.decide(get("https://a.b.example/")).reason().rule().id()).isEqualTo("z");
    assertThat(filter.decide(get("https://c.b.example/")).reason().rule().id()).isEqualTo("a");
  }

  @Test
  void moreFactsThanBitsAreTestedOneByOne() {
    Policy.Builder policy = Policy.builder("test");
    for (int i = 0; i < 3 * FactIndex.BITS; i++) {
      policy.rule(Rule.allow("r" + i).hosts("a.example").ports(String.valueOf(1000 + i)));
    }
    EgressFilter filter = EgressRules.compile(policy.build());
    for (int i = 0; i < 3 * FactIndex.BITS; i++) {
      assertThat(filter.decide(get("https://a.example:" + (1000 + i) + "/")).reason().rule().id())
          .isEqualTo("r" + i);
    }
    assertThat(filter.decide(get("https://a.example:999/")).reason().code())
        .isEqualTo(ReasonCode.PORT_FORBIDDEN);
  }
}
