package io.egressrules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTest {
  private static final SourceLocation HERE = new SourceLocation("policy.yaml", 3, 1);

  @Test
  void aGroupWrittenInPlaceHasNoFile() {
    Group<String> group = Group.of("partners", List.of("a", "b"), HERE);
    assertThat(group.name()).isEqualTo("partners");
    assertThat(group.values()).containsExactly("a", "b");
    assertThat(group.file()).isNull();
    assertThat(group.location()).isEqualTo(HERE);
    assertThat(group).hasToString("$partners (2 entries)");
  }

  @Test
  void aGroupOfAListFileNamesIt() {
    Group<String> group = Group.ofFile("blocked", List.of("a"), "lists/blocked.txt", HERE);
    assertThat(group.file()).isEqualTo("lists/blocked.txt");
    assertThat(group.values()).containsExactly("a");
  }

  @Test
  void theEmptyGroupIsAGroup() {
    assertThat(Group.of("none", List.of(), HERE).values()).isEmpty();
  }

  @Test
  void locationDoesNotCountForEqualityAndEverythingElseDoes() {
    Group<String> group = Group.of("g", List.of("a", "b"), HERE);
    assertThat(group)
        .isEqualTo(Group.of("g", List.of("a", "b"), SourceLocation.BUILDER))
        .hasSameHashCodeAs(Group.of("g", List.of("a", "b"), SourceLocation.BUILDER))
        .isNotEqualTo(Group.of("h", List.of("a", "b"), HERE))
        .isNotEqualTo(Group.of("g", List.of("b", "a"), HERE))
        .isNotEqualTo(Group.of("g", List.of("a"), HERE))
        .isNotEqualTo(Group.ofFile("g", List.of("a", "b"), "g.txt", HERE))
        .isNotEqualTo("$g");
    assertThat(Group.ofFile("g", List.of("a"), "g.txt", HERE))
        .isNotEqualTo(Group.ofFile("g", List.of("a"), "h.txt", HERE));
  }

  @Test
  void theListIsCopied() {
    List<String> values = new ArrayList<>(List.of("a"));
    Group<String> group = Group.of("g", values, HERE);
    values.add("b");
    assertThat(group.values()).containsExactly("a");
  }

  @Test
  void entriesAreWrittenAsInThePolicyFile() {
    assertThat(new Entries<>(List.of("a.test", ".b.test"), List.of("partners")))
        .hasToString("[a.test, .b.test, $partners]");
    assertThat(Entries.none()).hasToString("[]");
  }

  @Test
  void entriesAreEmptyOnlyWithoutValuesAndGroups() {
    assertThat(Entries.none().isEmpty()).isTrue();
    assertThat(new Entries<>(List.of("a"), List.of()).isEmpty()).isFalse();
    assertThat(new Entries<>(List.of(), List.of("g")).isEmpty()).isFalse();
  }
}
