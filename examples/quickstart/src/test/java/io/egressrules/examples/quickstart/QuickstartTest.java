package io.egressrules.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QuickstartTest {

  @Test
  void everyDecisionIsAsExpectedAndNothingInternalIsReached() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    boolean good =
        Quickstart.run(
            Path.of("policy.yaml"), new PrintStream(printed, true, StandardCharsets.UTF_8));

    String text = printed.toString(StandardCharsets.UTF_8);
    assertThat(text).contains("42 of 42 decisions as expected").contains("saw 0 requests");
    assertThat(good).isTrue();
  }
}
