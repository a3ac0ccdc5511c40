package io.egressrules.net;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A domain name in its one canonical form: lower-case ASCII labels without a trailing dot.
 *
 * <p>Labels have 1 to {@value #MAX_LABEL} letters, digits, underscores and inner hyphens (RFC 1123
 * section 2.1; underscores because such names exist in practice), at most {@value #MAX_LENGTH}
 * characters in all (RFC 1035 section 2.3.4). Internationalised names appear as A-labels, {@code
 * xn--…}. The last label does not start with a digit, so no name looks like an address.
 *
 * @since 0.1
 */
public final class DomainName implements Host {
  /** The longest name, in characters. */
  public static final int MAX_LENGTH = 253;

  /** The longest label, in characters. */
  public static final int MAX_LABEL = 63;

  private final String value;

  private DomainName(String value) {
    this.value = value;
  }

  /**
   * Reads a name; letter case and one trailing dot do not matter.
   *
   * @param text the name; a Unicode name must have been converted to A-labels
   * @return the name
   * @throws MalformedException if the text is no name, or is an address; it is not quoted
   */
  public static DomainName parse(String text) {
    if (Host.parse(text) instanceof DomainName name) {
      return name;
    }
    throw new MalformedException(GateRule.NOT_A_NAME, 0);
  }

  /** The name in {@code text} from {@code start} to {@code end}, which the gate has admitted. */
  static DomainName ofAdmitted(String text, int start, int end) {
    return new DomainName(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /**
   * The canonical text.
   *
   * @return lower-case labels joined by dots
   */
  public String value() {
    return value;
  }

  /**
   * How many labels the name has.
   *
   * @return 1 to 127
   */
  public int labelCount() {
    return 1 + (int) value.chars().filter(c -> c == '.').count();
  }

  /**
   * Whether some label holds an underscore, which is no host name by RFC 1123.
   *
   * @return true if there is one
   */
  public boolean hasUnderscore() {
    return value.indexOf('_') >= 0;
  }

  /**
   * Whether this name is {@code ancestor} or lies below it, compared label by label.
   *
   * @param ancestor the name to lie within
   * @return true for {@code a.b} within {@code b} and within itself, false for {@code ab} within
   *     {@code b}
   */
  public boolean isWithin(DomainName ancestor) {
    int cut = value.length() - ancestor.value.length();
    return value.endsWith(ancestor.value) && (cut == 0 || value.charAt(cut - 1) == '.');
  }

  @Override
  public String toUriString() {
    return value;
  }

  @Override
  public int compareTo(Host other) {
    return Objects.requireNonNull(other) instanceof DomainName name
        ? value.compareTo(name.value)
        : 1;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DomainName name && value.equals(name.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** The canonical text, as {@link #value()}. */
  @Override
  public String toString() {
    return value;
  }
}
