package io.egressrules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a request, in order (RFC 9110 section 5).
 *
 * <p>At most {@value #MOST_FIELDS} fields are kept: several times what servers accept, and little
 * enough to be held for any request. Values may be secret: {@link #toString()} shows names only.
 *
 * @since 0.1
 */
public final class Headers {
  /** How many fields a request may have; one more makes it denied. */
  public static final int MOST_FIELDS = 1_000;

  /** No header fields. */
  public static final Headers NONE = new Headers(List.of(), false);

  private final List<String> namesAndValues;
  private final boolean malformed;

  private Headers(List<String> namesAndValues, boolean malformed) {
    this.namesAndValues = List.copyOf(namesAndValues);
    this.malformed = malformed;
  }

  /**
   * A builder without fields.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Builds {@link Headers}. Not safe for use by several threads.
   *
   * @since 0.1
   */
  public static final class Builder {
    private final List<String> namesAndValues = new ArrayList<>();
    private boolean malformed;

    private Builder() {}

    /**
     * Adds a field. A field that HTTP forbids, or that is one more than {@link #MOST_FIELDS}, is
     * kept out, and makes the request denied.
     *
     * @param name the field's name, a token (RFC 9110 section 5.1)
     * @param value the field's value, octets without control characters but tabs (section 5.5)
     * @return this builder
     */
    public Builder add(String name, String value) {
      Objects.requireNonNull(value);
      if (hasRoom() && HttpText.isToken(name) && HttpText.isFieldValue(value)) {
        namesAndValues.add(name);
        namesAndValues.add(value);
      } else {
        malformed = true;
      }
      return this;
    }

    private boolean hasRoom() {
      return namesAndValues.size() < 2 * MOST_FIELDS;
    }

    /**
     * The fields added so far.
     *
     * @return immutable headers
     */
    public Headers build() {
      return new Headers(namesAndValues, malformed);
    }
  }

  /**
   * The number of fields.
   *
   * @return 0 or more
   */
  public int size() {
    return namesAndValues.size() / 2;
  }

  /**
   * The name of a field.
   *
   * @param index from 0 to {@link #size()} - 1
   * @return the name as given
   */
  public String name(int index) {
    return namesAndValues.get(2 * index);
  }

  /**
   * The value of a field.
   *
   * @param index from 0 to {@link #size()} - 1
   * @return the value, possibly secret
   */
  public String value(int index) {
    return namesAndValues.get(2 * index + 1);
  }

  /**
   * The value of the first field of a name.
   *
   * @param name the name, in any letter case
   * @return the value, or null when there is no such field
   */
  public @Nullable String first(String name) {
    Objects.requireNonNull(name);
    for (int i = 0; i < size(); i++) {
      if (name(i).equalsIgnoreCase(name)) {
        return value(i);
      }
    }
    return null;
  }

  /**
   * Whether a field was kept out because HTTP forbids it or there are too many.
   *
   * @return true when the request must be denied
   */
  public boolean isMalformed() {
    return malformed;
  }

  /** The names, in order; never the values. */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      names.add(name(i));
    }
    return names.toString();
  }
}
