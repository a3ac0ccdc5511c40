package io.egressrules.engine.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.author.cases.PolicyCases;
import io.egressrules.engine.author.text.Code;
import io.egressrules.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** POLICY-FILE.md says what is so. */
class PolicyFilePageTest {
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path directory;
  private String page = "";

  @BeforeEach
  void openPage() throws IOException {
    page = Files.readString(Path.of("POLICY-FILE.md"));
    Files.createDirectory(directory.resolve("lists"));
    Files.writeString(directory.resolve("lists/trackers.txt"), "tracker.example\n");
  }

  @Test
  void every_example_of_a_policy_compiles() {
    List<String> examples = blocks().filter(block -> block.startsWith("version: 1")).toList();
    assertThat(examples)
        .hasSizeGreaterThan(2)
        .allSatisfy(example -> assertThat(read(example)).isNotNull());
  }

  @Test
  void the_complete_example_is_written_and_read_again() {
    Policy policy = read(completeExample());
    assertThat(read(PolicyWriter.write(policy))).isEqualTo(policy);
  }

  @Test
  void the_cases_of_the_page_hold_for_its_complete_example() {
    Policy policy = read(completeExample());
    String cases = blocks().filter(block -> block.startsWith("# cases")).findFirst().orElseThrow();
    assertThat(
            PolicyCases.read(cases, "cases.yaml")
                .run(clock -> EgressRules.compile(policy, CompileOptions.DEFAULT.clock(clock))))
        .isEmpty();
  }

  @Test
  void every_code_is_on_the_page() {
    assertThat(Stream.of(Code.values()).map(code -> "`" + code + "`"))
        .allSatisfy(code -> assertThat(page).contains(code));
  }

  private String completeExample() {
    return blocks().findFirst().orElseThrow();
  }

  private Stream<String> blocks() {
    return BLOCK.matcher(page).results().map(block -> block.group(1));
  }

  private Policy read(String text) {
    return PolicyReader.DEFAULT.load(
        text,
        "policy.yaml",
        directory,
        policy -> {
          EgressRules.compile(policy);
          return policy;
        });
  }
}
