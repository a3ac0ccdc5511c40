package io.egressrules.engine.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.engine.author.cases.PolicyCases;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
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
  private static final String MARKS =
      "[ ] { } , : - ? &a *a *.a !a !!str | > ' \" % %YAML @ ` # --- ... << ~ null a id rules"
          + " hosts: except: groups: effect: reason: host: labels: addresses: \\ \\u 😀 0x1";

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
    readOrRefused(text);
    readOrRefused("version: 1\npolicy: p\nrules:\n  - " + text);
  }

  @Property
  void any_marks_in_a_cases_file_are_read_or_refused(@ForAll("marks") String text) {
    String cases =
        "now: 2026-06-01\ncases:\n  - {request: {url: " + text + "}, expect: {" + text + "}}\n";
    readOrRefused(() -> PolicyCases.read(text, "policy.yaml"));
    readOrRefused(() -> PolicyCases.read(cases, "policy.yaml"));
  }

  @Provide
  Arbitrary<String> marks() {
    Arbitrary<String> mark = Arbitraries.of(MARKS.split(" ", -1));
    Arbitrary<String> blank = Arbitraries.of(" ", "  ", "\n", "\n  ", "\r", "\t");
    return Arbitraries.oneOf(mark, blank).list().ofMaxSize(60).map(all -> String.join("", all));
  }

  @Property
  void a_policy_with_bytes_changed_is_read_or_refused(
      @ForAll("policies") Policy policy, @ForAll("edits") List<Edit> edits) {
    StringBuilder text = new StringBuilder(PolicyWriter.write(policy));
    edits.forEach(edit -> edit.apply(text));
    readOrRefused(text.toString());
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

  private static void readOrRefused(byte[] bytes) {
    try {
      Path file = Files.write(directory.resolve("policy.yaml"), bytes);
      readOrRefused(() -> PolicyReader.DEFAULT.read(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void readOrRefused(String text) {
    readOrRefused(() -> PolicyReader.DEFAULT.read(text, "policy.yaml", directory));
  }

  private static void readOrRefused(Supplier<?> reading) {
    try {
      assertThat(reading.get()).isNotNull();
    } catch (PolicyException refused) {
      assertThat(refused.problems()).isNotEmpty().allSatisfy(HostileTextProperties::isShowable);
    }
  }

  private static void isShowable(Problem problem) {
    assertThat(problem.message()).matches("[^\\p{Cntrl}\u202e\ufeff]+");
    assertThat(problem.code()).matches("[a-z0-9-]+");
    assertThat(problem.location().file()).endsWith("policy.yaml");
  }
}
