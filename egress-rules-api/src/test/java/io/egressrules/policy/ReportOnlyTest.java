package io.egressrules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportOnlyTest {
  private static final SourceLocation HERE = new SourceLocation("policy.yaml", 3, 1);
  private static final Instant END = Instant.parse("2027-01-31T00:00:00Z");

  @Test
  void subjectsMayBeExactPrefixesOrAll() {
    ReportOnly entry = new ReportOnly(List.of("web", "batch/*", "*"), END, "trial", HERE);
    assertThat(entry.subjects()).containsExactly("web", "batch/*", "*");
  }

  @Test
  void locationDoesNotCountForEqualityAndEverythingElseDoes() {
    ReportOnly entry = new ReportOnly(List.of("web"), END, "trial", HERE);
    ReportOnly elsewhere = new ReportOnly(List.of("web"), END, "trial", SourceLocation.BUILDER);
    assertThat(entry)
        .isEqualTo(elsewhere)
        .hasSameHashCodeAs(elsewhere)
        .isNotEqualTo(new ReportOnly(List.of("web*"), END, "trial", HERE))
        .isNotEqualTo(new ReportOnly(List.of("web"), Instant.EPOCH, "trial", HERE))
        .isNotEqualTo(new ReportOnly(List.of("web"), END, null, HERE))
        .isNotEqualTo("web");
  }

  @Test
  void theListIsCopied() {
    List<String> subjects = new ArrayList<>(List.of("web"));
    ReportOnly entry = new ReportOnly(subjects, END, null, HERE);
    subjects.add("*");
    assertThat(entry.subjects()).containsExactly("web");
  }
}
