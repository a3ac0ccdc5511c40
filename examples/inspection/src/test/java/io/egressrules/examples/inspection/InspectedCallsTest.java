package io.egressrules.examples.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InspectedCallsTest {

  @Test
  void everyDecisionIsAsExpectedAndArrivesToTheByte() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    boolean good =
        InspectedCalls.run(Path.of("policy.yaml"), new PrintStream(printed, true, UTF_8));

    String text = printed.toString(UTF_8);
    assertThat(text).contains("36 of 36 as expected").doesNotContain("not as expected");
    assertThat(text).doesNotContain(Scenario.KEY).doesNotContain(Scenario.CARD);
    assertThat(good).isTrue();
  }
}
