package io.egressrules.policy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named list that rules refer to as {@code $name}; it is stored once however many rules use it.
 *
 * @param <E> the kind of value: a domain pattern or a CIDR
 * @since 0.1
 */
public final class Group<E> {
  private final String name;
  private final List<E> values;
  private final @Nullable String file;
  private final SourceLocation location;

  private Group(String name, List<E> values, @Nullable String file, SourceLocation location) {
    this.name = Names.require(name, "group name");
    this.values = List.copyOf(values);
    this.file = file;
    this.location = Objects.requireNonNull(location);
  }

  /**
   * A group written in place.
   *
   * @param name letters, digits, {@code -}, {@code _}, {@code .} and {@code /}, at most 128,
   *     beginning with a letter or digit
   * @param values the entries; may be empty, which matches nothing
   * @param location where it is written
   * @param <E> the kind of value
   * @return the group
   * @throws IllegalArgumentException if the name is not one
   */
  public static <E> Group<E> of(String name, List<E> values, SourceLocation location) {
    return new Group<>(name, values, null, location);
  }

  /**
   * A group whose entries were read from a list file.
   *
   * @param name the group's name, as for {@link #of}
   * @param values the entries that the file holds
   * @param file the file as the policy names it, relative to the policy
   * @param location where the policy refers to the file
   * @param <E> the kind of value
   * @return the group
   * @throws IllegalArgumentException if the name is not one
   */
  public static <E> Group<E> ofFile(
      String name, List<E> values, String file, SourceLocation location) {
    return new Group<>(name, values, Objects.requireNonNull(file), location);
  }

  /**
   * The name that rules refer to.
   *
   * @return the name, without {@code $}
   */
  public String name() {
    return name;
  }

  /**
   * The entries.
   *
   * @return an immutable list, possibly empty, possibly of millions
   */
  public List<E> values() {
    return values;
  }

  /**
   * The list file that the entries were read from.
   *
   * @return the file as the policy names it, or null when the entries are written in place
   */
  public @Nullable String file() {
    return file;
  }

  /**
   * Where the group is written.
   *
   * @return the place of its name
   */
  public SourceLocation location() {
    return location;
  }

  /** Equal name, file and entries; the location does not count. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Group<?> that
        && name.equals(that.name)
        && Objects.equals(file, that.file)
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, file, values.size());
  }

  /** The name and the number of entries. */
  @Override
  public String toString() {
    return "$" + name + " (" + values.size() + " entries)";
  }
}
