package io.egressrules.policy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a decision names it: enough to find it and to ask its owner.
 *
 * @param id the rule's id, unique in its policy
 * @param location where it is written
 * @param owner who answers for it, or null
 * @param reason why it exists, in the author's words, or null
 * @param ticket where it was agreed, or null
 * @since 0.1
 */
public record RuleRef(
    String id,
    SourceLocation location,
    @Nullable String owner,
    @Nullable String reason,
    @Nullable String ticket) {

  /**
   * A rule as a decision names it.
   *
   * @param id the rule's id, unique in its policy
   * @param location where it is written
   * @param owner who answers for it, or null
   * @param reason why it exists, in the author's words, or null
   * @param ticket where it was agreed, or null
   */
  public RuleRef {
    Objects.requireNonNull(id);
    Objects.requireNonNull(location);
  }

  /** {@code id (file:line:column)}. */
  @Override
  public String toString() {
    return id + " (" + location + ")";
  }
}
