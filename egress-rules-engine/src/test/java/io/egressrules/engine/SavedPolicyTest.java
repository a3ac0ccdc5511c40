package io.egressrules.engine;

import static io.egressrules.engine.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.egressrules.EgressFilter;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedPolicyTest {
  private static final String POLICY =
      """
      version: 1
      policy: saved
      groups: {hosts: {block: {file: block.txt}}}
      rules:
        - {id: all, effect: allow, hosts: [.example]}
        - {id: some, effect: deny, hosts: [$block]}
      """;

  @TempDir private Path directory;
  private Path policy;
  private Path list;
  private Path form;
  private final List<String> told = new ArrayList<>();
  private CompileOptions options = CompileOptions.DEFAULT;

  @BeforeEach
  void write() throws IOException {
    policy = Files.writeString(directory.resolve("policy.yaml"), POLICY);
    list = Files.writeString(directory.resolve("block.txt"), "bad.example\n");
    form = directory.resolve("policy.form");
    options = CompileOptions.DEFAULT.savedIn(form).listener(new Told());
  }

  private final class Told implements CompileListener {
    @Override
    public void opened(Path file) {
      told.add("opened");
    }

    @Override
    public void refused(Path file, Problem why) {
      told.add(why.code());
    }

    @Override
    public void saved(Path file) {
      told.add("saved");
    }

    @Override
    public void notSaved(Path file, IOException why) {
      told.add("not saved");
    }
  }

  private boolean allows(String host) {
    return EgressRules.load(policy, options).decide(get("https://" + host + "/")).isAllowed();
  }

  @Test
  void thePolicyIsCompiledOnceAndThenOpened() {
    EgressFilter compiled = EgressRules.load(policy, options);
    EgressFilter opened = EgressRules.load(policy, options);
    assertThat(told).containsExactly("unreadable-form", "saved", "opened");
    for (String host : List.of("a.example", "bad.example", "a.test")) {
      assertThat(opened.explain(get("https://" + host + "/")))
          .isEqualTo(compiled.explain(get("https://" + host + "/")));
    }
  }

  @Test
  void aChangedListIsCompiledAnew() throws IOException {
    assertThat(allows("bad.example")).isFalse();
    Files.writeString(list, "worse.example\n");
    assertThat(allows("bad.example")).isTrue();
    assertThat(allows("worse.example")).isFalse();
    assertThat(told).containsExactly("unreadable-form", "saved", "stale-form", "saved", "opened");
  }

  @Test
  void aChangedPolicyIsCompiledAnew() throws IOException {
    assertThat(allows("bad.example")).isFalse();
    Files.writeString(policy, POLICY.replace("effect: deny", "effect: allow"));
    assertThat(allows("bad.example")).isTrue();
    assertThat(told).containsExactly("unreadable-form", "saved", "stale-form", "saved");
  }

  /** A decision names its policy by its content, of which profiles are a part. */
  @Test
  void aPolicyWithAChangedProfileIsCompiledAnew() throws IOException {
    Files.writeString(policy, POLICY + "profiles: {p: {detectors: secrets}}\n");
    String before = EgressRules.load(policy, options).policyId();
    assertThat(EgressRules.load(policy, options).policyId()).isEqualTo(before);
    Files.writeString(policy, POLICY + "profiles: {p: {detectors: secrets, action: report}}\n");
    String after = EgressRules.load(policy, options).policyId();
    assertThat(after).isNotEqualTo(before);
    assertThat(EgressRules.open(form, options).policyId()).isEqualTo(after);
    assertThat(told).containsExactly("unreadable-form", "saved", "opened", "stale-form", "saved");
  }

  /** Reasons name the file, so the same text below another name is another policy. */
  @Test
  void aPolicyOfAnotherNameIsCompiledAnew() throws IOException {
    assertThat(allows("bad.example")).isFalse();
    policy = Files.copy(policy, directory.resolve("other.yaml"));
    assertThat(EgressRules.load(policy, options).decide(get("https://bad.example/")).reason())
        .extracting(reason -> reason.rule().location().file())
        .isEqualTo(policy.toString());
    assertThat(told).containsExactly("unreadable-form", "saved", "stale-form", "saved");
  }

  @Test
  void aDamagedOrForeignFormIsCompiledAnew() throws IOException {
    assertThat(allows("bad.example")).isFalse();
    byte[] bytes = Files.readAllBytes(form);
    bytes[bytes.length / 2]++;
    Files.write(form, bytes);
    assertThat(allows("bad.example")).isFalse();
    Files.writeString(form, "something else");
    assertThat(allows("bad.example")).isFalse();
    assertThat(told)
        .containsExactly(
            "unreadable-form", "saved", "damaged-form", "saved", "foreign-form", "saved");
  }

  @Test
  void aMissingListIsAProblemOfThePolicyAlthoughTheFormHasIt() throws IOException {
    assertThat(allows("bad.example")).isFalse();
    Files.delete(list);
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> EgressRules.load(policy, options))
        .withMessageContaining("block.txt");
  }

  @Test
  void nothingIsSavedOfAPolicyWithOneWrongRule() throws IOException {
    Files.writeString(policy, POLICY + "  - {id: wrong, effect: deny, hosts: ['*']}\n");
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> EgressRules.load(policy, options));
    assertThat(form).doesNotExist();
  }

  @Test
  void aFormThatCannotBeSavedChangesNothingElse() {
    form = directory.resolve("missing/policy.form");
    options = options.savedIn(form);
    assertThat(allows("bad.example")).isFalse();
    assertThat(told).containsExactly("unreadable-form", "not saved");
  }
}
