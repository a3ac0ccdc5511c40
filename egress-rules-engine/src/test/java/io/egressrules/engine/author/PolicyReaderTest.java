package io.egressrules.engine.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.egressrules.engine.EgressRules;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.PortRange;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyReaderTest {
  private static final String HEAD = "version: 1\npolicy: p\n";

  @TempDir private Path directory;

  @Test
  void rules_and_entries_know_where_they_are_written() {
    Rule rule =
        read(HEAD
                + "rules:\n  - effect: allow\n    id: a\n    hosts: [b.example, $g]\n    ports: 443\n")
            .rules()
            .get(0);
    SourceLocation place = rule.ref().location();
    assertThat(place).hasToString("policy.yaml:5:9");
    assertThat(rule.condition().locationOf(DomainPattern.parse("b.example"), place))
        .hasToString("policy.yaml:6:13");
    assertThat(rule.condition().locationOf("$g", place)).hasToString("policy.yaml:6:24");
    assertThat(rule.condition().locationOf(PortRange.of(443), place))
        .hasToString("policy.yaml:7:12");
  }

  @Test
  void a_list_of_one_may_be_written_as_its_entry() {
    String one =
        HEAD
            + "rules:\n  id: a\n  effect: deny\n  hosts: b.example\n  labels: {k: v}\n  except: {ports: 443}\n";
    String list =
        HEAD
            + "rules:\n  - id: a\n    effect: deny\n    hosts: [b.example]\n    labels: {k: [v]}\n    except: [{ports: [443]}]\n";
    assertThat(read(one)).isEqualTo(read(list));
  }

  @Test
  void json_and_yaml_say_the_same() {
    String json =
        "{\"version\": 1, \"policy\": \"p\", \"rules\": [{\"id\": \"a\", \"effect\": \"allow\", \"hosts\": [\"*.b.example\"], \"require\": {\"tls\": true}}]}";
    String yaml =
        HEAD + "rules:\n- {id: a, effect: allow, hosts: ['*.b.example'], require: {tls: true}}\n";
    assertThat(read(json)).isEqualTo(read(yaml));
  }

  @Test
  void a_group_from_a_list_file_is_written_as_its_reference() throws IOException {
    Files.writeString(directory.resolve("block.txt"), "a.example\n0.0.0.0 b.example\n");
    Policy policy = read(HEAD + "groups: {hosts: {g: {file: block.txt}}}\n");
    assertThat(policy.hostGroups().get("g").values()).hasSize(2);
    assertThat(PolicyWriter.write(policy))
        .contains("    g:\n      file: block.txt\n")
        .doesNotContain("a.example");
    assertThat(read(PolicyWriter.write(policy))).isEqualTo(policy);
  }

  @Test
  void list_files_may_come_from_another_root() throws IOException {
    Path policies = Files.createDirectory(directory.resolve("policies"));
    Path file =
        Files.writeString(
            policies.resolve("p.yaml"), HEAD + "groups: {cidrs: {g: {file: ../shared.txt}}}\n");
    Files.writeString(directory.resolve("shared.txt"), "10.0.0.0/8\n");
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> PolicyReader.DEFAULT.read(file));
    Group<?> group = PolicyReader.DEFAULT.listRoot(directory).read(file).cidrGroups().get("g");
    assertThat(group.values()).hasSize(1);
  }

  @Test
  void a_problem_in_a_list_file_names_the_file_as_the_policy_is_named() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("p.yaml"), HEAD + "groups: {hosts: {g: {file: lists/b.txt}}}\n");
    Files.createDirectory(directory.resolve("lists"));
    Files.writeString(directory.resolve("lists/b.txt"), "ok.example\n-\n");
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> PolicyReader.DEFAULT.read(file))
        .withMessageStartingWith(directory.resolve("lists/b.txt") + ":2:1: error: ");
  }

  @Test
  void loading_shows_the_compilers_problems_in_the_text() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("p.yaml"),
            HEAD + "rules:\n  - {id: a, effect: allow, ports: [443]}\n");
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> EgressRules.load(file))
        .withMessageContaining(
            "[no-destination]\n    - {id: a, effect: allow, ports: [443]}\n           ^");
  }

  @Test
  void a_report_only_entry_whose_only_subject_is_an_unquoted_star_is_refused() {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> read(HEAD + "report-only: [{subjects: [*.a], until: 2026-12-31}]\n"))
        .satisfies(refused -> assertThat(refused.problems()).hasSize(1));
  }

  @Test
  void a_file_that_is_not_there_is_a_problem_too() {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> EgressRules.load(directory.resolve("none.yaml")))
        .satisfies(refused -> assertThat(refused.problems()).hasSize(1));
  }

  @Test
  void a_broken_list_does_not_hide_problems_of_the_policy() throws IOException {
    Files.writeString(directory.resolve("block.txt"), "-\n".repeat(100));
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(
            () ->
                read(
                    HEAD
                        + "groups: {hosts: {g: {file: block.txt}}}\nrules: [{id: a, effect: alow}]\n"))
        .satisfies(
            refused ->
                assertThat(
                        List.of(refused.problems().get(0).code(), refused.problems().get(1).code()))
                    .containsExactly("unknown-word", "malformed-host"));
  }

  private Policy read(String text) {
    return PolicyReader.DEFAULT.read(text, "policy.yaml", directory);
  }
}
