package io.egressrules.engine.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a text is, it is read whole or refused with problems that can be shown. */
class HostileTextProperties {
  private static Path directory;

  @BeforeContainer
  static void makeDirectory() throws IOException {
    directory = Files.createTempDirectory("hostile-text");
  }

  @AfterContainer
  static void removeDirectory() throws IOException {
    Files.deleteIfExists(directory.resolve("policy.yaml"));
    Files.delete(directory);
  }

  @Property
  void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
    readOrRefused(bytes);
  }

  @Property
  void any_marks_of_yaml_are_read_or_refused(@ForAll("marks") String text) {
    readOrRefused(text.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> marks() {
    return Arbitraries.of(
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            ": ",
            "-",
            "- ",
            "?",
            "? ",
            "&a ",
            "*a",
            "*.a",
            "!a ",
            "!!str ",
            "|",
            ">",
            "'",
            "\"",
            "%",
            "%YAML 1.1\n",
            "@",
            "`",
            "#",
            " #",
            "\n",
            "\r",
            "\t",
            " ",
            "  ",
            "---\n",
            "...\n",
            "<<",
            "~",
            "null",
            "a",
            "rules",
            "version: 1\n",
            "policy: p\n",
            "\\",
            "\u0000",
            "\ufeff",
            "\ud800",
            "😀",
            "0x1")
        .list()
        .ofMaxSize(60)
        .map(marks -> String.join("", marks));
  }

  @Property
  void a_policy_with_bytes_changed_is_read_or_refused(
      @ForAll("policies") Policy policy, @ForAll("edits") List<Edit> edits) {
    StringBuilder text = new StringBuilder(PolicyWriter.write(policy));
    edits.forEach(edit -> edit.apply(text));
    readOrRefused(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<Policy> policies() {
    return Policies.any();
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<String> inserted =
        Arbitraries.oneOf(
            marks().map(s -> s.substring(0, Math.min(3, s.length()))), Arbitraries.just(""));
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1), Arbitraries.integers().between(0, 5), inserted)
        .as(Edit::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  /** Characters taken out at a place, and others put in. */
  record Edit(double place, int removed, String inserted) {
    void apply(StringBuilder text) {
      int at = (int) (place * text.length());
      text.replace(at, Math.min(text.length(), at + removed), inserted);
    }
  }

  private static Optional<Policy> readOrRefused(byte[] bytes) {
    try {
      Path file = Files.write(directory.resolve("policy.yaml"), bytes);
      return Optional.of(PolicyReader.DEFAULT.read(file));
    } catch (PolicyException refused) {
      assertThat(refused.problems()).isNotEmpty().allSatisfy(HostileTextProperties::isShowable);
      return Optional.empty();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static void isShowable(Problem problem) {
    assertThat(problem.message()).matches("[^\\p{Cntrl}\u202e\ufeff]+");
    assertThat(problem.code()).matches("[a-z0-9-]+");
    assertThat(problem.location().file()).endsWith("policy.yaml");
  }
}
