package io.egressrules.policy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Callers whose denials are reported and let through until an expiry; malformed targets and guarded
 * addresses stay denied.
 *
 * @param subjects exact subjects, or prefixes with a final {@code *}; at least one
 * @param until the first instant at which denials take effect again
 * @param reason why, in the author's words, or null
 * @param location where it is written; does not count for equality
 * @since 0.1
 */
public record ReportOnly(
    List<String> subjects, Instant until, @Nullable String reason, SourceLocation location) {

  /**
   * Callers whose denials are reported and let through until an expiry.
   *
   * @param subjects exact subjects, or prefixes with a final {@code *}; at least one
   * @param until the first instant at which denials take effect again
   * @param reason why, in the author's words, or null
   * @param location where it is written; does not count for equality
   * @throws IllegalArgumentException if there is no subject, or one is not a subject entry
   */
  public ReportOnly {
    subjects = subjects.stream().map(Syntax::subjectEntry).toList();
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException(
          "`report-only` needs at least one subject; `*` means every subject");
    }
    Objects.requireNonNull(until);
    Objects.requireNonNull(location);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReportOnly that
        && subjects.equals(that.subjects)
        && until.equals(that.until)
        && Objects.equals(reason, that.reason);
  }

  @Override
  public int hashCode() {
    return Objects.hash(subjects, until);
  }
}
