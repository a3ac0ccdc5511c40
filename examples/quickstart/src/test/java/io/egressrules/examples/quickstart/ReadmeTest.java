package io.egressrules.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.egressrules.engine.EgressRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path README = Path.of("../../README.md");
  private static final Path CODE =
      Path.of("src/test/java/io/egressrules/examples/quickstart/ReadmeExamples.java");

  @Test
  void itsCodeIsCodeThatCompiles() throws IOException {
    String compiled = withoutSpace(Files.readString(CODE));

    assertThat(blocks("java"))
        .isNotEmpty()
        .allSatisfy(block -> assertThat(compiled).contains(withoutSpace(block)));
  }

  @Test
  void itsPolicyCompiles() throws IOException {
    assertThat(blocks("yaml"))
        .hasSize(1)
        .allSatisfy(
            block ->
                assertThatCode(
                        () ->
                            EgressRules.compile(
                                EgressRules.read(block, "README.md", README.getParent())))
                    .doesNotThrowAnyException());
  }

  @Test
  void itHasAtMost150Lines() throws IOException {
    assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(150);
  }

  private static List<String> blocks(String language) throws IOException {
    Pattern block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL);
    return block.matcher(Files.readString(README)).results().map(match -> match.group(1)).toList();
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }
}
