package io.egressrules.policy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The entries of one condition: values written in place, and names of groups that hold more.
 *
 * @param <E> the kind of value: a domain pattern or a CIDR
 * @param values the values written in place, as ordered by the author
 * @param groups names of the groups referred to, without the leading {@code $}
 * @since 0.1
 */
public record Entries<E>(List<E> values, List<String> groups) {

  /**
   * Entries of one condition.
   *
   * @param values the values written in place
   * @param groups names of the groups referred to
   */
  public Entries {
    values = List.copyOf(values);
    groups = List.copyOf(groups);
  }

  /**
   * No entries: the condition is not written.
   *
   * @param <E> the kind of value
   * @return empty entries
   */
  public static <E> Entries<E> none() {
    return new Entries<>(List.of(), List.of());
  }

  /**
   * Whether the condition is not written.
   *
   * @return true without values and groups
   */
  public boolean isEmpty() {
    return values.isEmpty() && groups.isEmpty();
  }

  /** The entries as the policy file writes them. */
  @Override
  public String toString() {
    return Stream.concat(values.stream().map(String::valueOf), groups.stream().map(g -> "$" + g))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
