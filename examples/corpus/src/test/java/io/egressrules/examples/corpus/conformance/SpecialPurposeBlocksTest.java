package io.egressrules.examples.corpus.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecialPurposeBlocksTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,        false, REFUSED_AS_LISTED",
    "2001::/23,         false, REFUSED_AS_LISTED",
    "192.31.196.0/24,   true,  EXACT",
    "2620:4f:8000::/48, true,  EXACT",
    "192.0.0.9/32,      true,  REFUSED_THOUGH_VALID",
    "8.0.0.0/8,         false, ACCEPTED_THOUGH_INVALID",
    "::ffff:0:0/96,     false, EXACT",
    "168.63.0.0/16,     false, ACCEPTED_THOUGH_INVALID",
  })
  void aBlockIsOpenWhenAnyPartOfItIs(String block, boolean isReachable, Conformity result) {
    var line =
        JsonNodeFactory.instance
            .objectNode()
            .put("block", block)
            .put("globally_reachable", isReachable);
    assertThat(Conformity.of(new SpecialPurposeBlocks().read(line))).isEqualTo(result);
  }
}
