package io.egressrules.engine.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.policy.Policy;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolicyWriterProperties {
  @Provide
  Arbitrary<Policy> policies() {
    return Policies.any();
  }

  @Property
  void reading_what_was_written_gives_the_policy(@ForAll("policies") Policy policy) {
    assertThat(read(PolicyWriter.write(policy))).isEqualTo(policy);
  }

  @Property(tries = 200)
  void writing_what_was_read_gives_the_text(@ForAll("policies") Policy policy) {
    String text = PolicyWriter.write(policy);
    assertThat(PolicyWriter.write(read(text))).isEqualTo(text);
  }

  private static Policy read(String text) {
    return PolicyReader.DEFAULT.read(text, "written.yaml", Path.of("."));
  }
}
