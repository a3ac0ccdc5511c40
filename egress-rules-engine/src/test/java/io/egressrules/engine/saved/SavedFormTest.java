package io.egressrules.engine.saved;

import static io.egressrules.engine.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.egressrules.EgressFilter;
import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedFormTest {
  private static final int HEADER = 16;
  private static final int CHECKSUM = 32;
  private static final String POLICY =
      """
      version: 1
      policy: saved
      groups:
        hosts: {block: [a.example, "*.b.example", .c.example]}
        cidrs: {nets: [8.8.8.0/24, "2001:db8::/32"]}
      rules:
        - {id: a, effect: allow, hosts: [.example], cidrs: [$nets], ports: [443, 8000-8099]}
        - {id: b, effect: deny, hosts: [$block], except: {hosts: [$block], cidrs: [$nets]}}
        - {id: c, effect: allow, cidrs: [$nets], labels: {tier: [x]}, paths: [/v1/**]}
        - {id: d, effect: deny, any-host: why, subjects: ["b/*"], mode: report-only, report-until: 2030-01-01}
      report-only: [{subjects: [batch/*], until: 2030-01-01}]
      """;

  @TempDir private Path directory;
  private Path form;
  private byte[] bytes;

  @BeforeEach
  void save() throws IOException {
    Path policy = Files.writeString(directory.resolve("policy.yaml"), POLICY);
    form = directory.resolve("policy.form");
    EgressRules.save(policy, form);
    bytes = Files.readAllBytes(form);
  }

  private EgressFilter open(byte[] changed) throws IOException {
    Files.write(form, changed);
    return EgressRules.open(form, CompileOptions.DEFAULT);
  }

  private Problem problem(byte[] changed) {
    PolicyException refused = catchThrowableOfType(PolicyException.class, () -> open(changed));
    assertThat(refused).isNotNull();
    assertThat(refused.problems()).hasSize(1);
    return refused.problems().get(0);
  }

  @Test
  void anyChangedByteIsRefused() {
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 << at % 8);
      assertThat(problem(changed).code())
          .isEqualTo(at < 8 ? "foreign-form" : at < 12 ? "other-version-form" : "damaged-form");
    }
  }

  @Test
  void anyShorterOrLongerFileIsRefused() {
    for (int length = 0; length < bytes.length; length++) {
      assertThat(problem(Arrays.copyOf(bytes, length)).code())
          .isEqualTo(length < HEADER ? "foreign-form" : "damaged-form");
    }
    assertThat(problem(Arrays.copyOf(bytes, bytes.length + 1)).code()).isEqualTo("damaged-form");
  }

  @Test
  void aLengthThatTheFileDoesNotHaveAllocatesNothing() {
    byte[] changed = bytes.clone();
    ByteBuffer.wrap(changed).putInt(12, 1 << 30);
    assertThat(problem(changed).message()).contains("longer or shorter than it says");
    ByteBuffer.wrap(changed).putInt(12, -1);
    assertThat(problem(changed).message()).contains("impossible length");
  }

  /** Whatever stands below a right checksum, there is a filter or a problem, and nothing else. */
  @Test
  void aForgedContentIsAFilterOrAProblem() throws IOException {
    byte[] content = Arrays.copyOfRange(bytes, HEADER, bytes.length - CHECKSUM);
    for (int at = 0; at < content.length; at++) {
      for (int bit : new int[] {1, 0x40, 0x80}) {
        byte[] forged = content.clone();
        forged[at] ^= (byte) bit;
        SealedFile.write(form, forged);
        assertThat(isFilterOrProblem()).isTrue();
      }
    }
    for (int length = 0; length < content.length; length++) {
      SealedFile.write(form, Arrays.copyOf(content, length));
      assertThat(isFilterOrProblem()).isTrue();
    }
  }

  private boolean isFilterOrProblem() {
    try {
      EgressFilter filter = EgressRules.open(form, CompileOptions.DEFAULT);
      return filter.decide(get("https://a.example/")) != null;
    } catch (PolicyException refused) {
      return refused.problems().size() == 1;
    }
  }

  @Test
  void aFormOfAnotherCompilerIsRefusedByName() throws IOException {
    SealedFile.write(form, new byte[] {3, '9', '.', '9'});
    assertThat(problem(Files.readAllBytes(form)).message())
        .startsWith("the saved form was saved by version 9.9 and not by ")
        .endsWith("; compile the policy again");
  }

  @Test
  void theVersionOfTheCompilerIsThatOfTheBuild() throws IOException {
    String content = new String(bytes, HEADER + 1, 16, StandardCharsets.US_ASCII);
    assertThat(content).matches("(?s)[0-9]+\\.[0-9]+\\.[0-9].*");
  }

  @Test
  void aMissingFileIsAProblemAtItsPlace() throws IOException {
    Files.delete(form);
    PolicyException refused =
        catchThrowableOfType(
            PolicyException.class, () -> EgressRules.open(form, CompileOptions.DEFAULT));
    assertThat(refused)
        .hasMessage(
            form
                + ": error: the saved form does not exist; compile the policy again"
                + " [unreadable-form]");
  }

  @Test
  void aDirectoryIsAProblem() {
    PolicyException refused =
        catchThrowableOfType(
            PolicyException.class, () -> EgressRules.open(directory, CompileOptions.DEFAULT));
    assertThat(refused.problems().get(0).code()).isEqualTo("unreadable-form");
  }

  @Test
  void theLimitOfCostHoldsForAnOpenedForm() {
    CompileOptions tight = CompileOptions.DEFAULT.costLimit(1);
    PolicyException refused =
        catchThrowableOfType(PolicyException.class, () -> EgressRules.open(form, tight));
    assertThat(refused.problems().get(0).code()).isEqualTo("too-costly");
  }

  @Test
  void writingLeavesNothingElseBehind() throws IOException {
    try (var files = Files.list(directory)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder("policy.yaml", "policy.form");
    }
  }
}
