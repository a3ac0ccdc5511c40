package io.egressrules.net;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A set of domain names, written in one of three ways.
 *
 * <table>
 *   <caption>Patterns and what they match</caption>
 *   <tr><th>text</th><th>{@code x}</th><th>{@code a.x}</th><th>{@code b.a.x}</th></tr>
 *   <tr><td>{@code x}</td><td>yes</td><td>no</td><td>no</td></tr>
 *   <tr><td>{@code *.x}</td><td>no</td><td>yes</td><td>yes</td></tr>
 *   <tr><td>{@code .x}</td><td>yes</td><td>yes</td><td>yes</td></tr>
 * </table>
 *
 * <p>A star means other things in other systems, so every other use of it is an error. An IP
 * address is never matched by a pattern.
 *
 * <p>Patterns are ordered by name, then in the order of the table.
 *
 * @since 0.1
 */
public final class DomainPattern implements Comparable<DomainPattern> {
  private static final String WHAT = "host pattern";
  private static final String ADDRESS_ADVICE =
      "this reads like an ip address; write addresses under `cidrs`";

  /**
   * Which names around the named one a pattern matches.
   *
   * @since 0.1
   */
  public enum Kind {
    /** The name itself: {@code x}. */
    EXACT(""),
    /** All names one or more labels below it, not the name itself: {@code *.x}. */
    BELOW("*."),
    /** The name itself and all below it: {@code .x}. */
    APEX_AND_BELOW(".");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    private static Kind of(String text) {
      if (text.startsWith(BELOW.prefix)) {
        return BELOW;
      }
      return text.startsWith(APEX_AND_BELOW.prefix) ? APEX_AND_BELOW : EXACT;
    }
  }

  private final Kind kind;
  private final DomainName name;

  private DomainPattern(Kind kind, DomainName name) {
    this.kind = kind;
    this.name = name;
  }

  /**
   * Reads a pattern; letter case and one trailing dot do not matter.
   *
   * @param text the pattern; a Unicode name must have been converted to A-labels
   * @return the pattern
   * @throws IllegalArgumentException if the text is no pattern; the message quotes it and names the
   *     form that was meant
   */
  public static DomainPattern parse(String text) {
    Kind kind = Kind.of(text);
    String name = text.substring(kind.prefix.length());
    if (name.indexOf('*') >= 0) {
      throw PolicyText.refused(WHAT, text, starAdvice(text));
    }
    try {
      return new DomainPattern(kind, DomainName.parse(name));
    } catch (MalformedException malformed) {
      throw PolicyText.refused(WHAT, text, advice(name, malformed.rule()));
    }
  }

  /**
   * The pattern of a kind and a name.
   *
   * @param kind which names to match
   * @param name the name it is about
   * @return the pattern
   */
  public static DomainPattern of(Kind kind, DomainName name) {
    return new DomainPattern(Objects.requireNonNull(kind), Objects.requireNonNull(name));
  }

  private static String starAdvice(String text) {
    if (text.equals("*")) {
      return "a star alone is no host; any host is a key of its own, with a reason";
    }
    String meant = text.substring(text.lastIndexOf('*') + 1);
    boolean insideLabel = !meant.startsWith(".") && text.lastIndexOf('*') > 0;
    meant = insideLabel || meant.startsWith(".") ? meant.substring(meant.indexOf('.') + 1) : meant;
    return isName(meant)
        ? "write `*." + meant + "` for all names below, or `." + meant + "` to include the name"
        : "a star stands only for whole labels at the left, as in `*.example.com`";
  }

  private static boolean isName(String text) {
    try {
      return DomainName.parse(text).labelCount() > 1;
    } catch (MalformedException malformed) {
      return false;
    }
  }

  private static String advice(String name, GateRule rule) {
    return switch (rule) {
      case NOT_A_NAME, HOST_IPV4, HOST_IPV6 -> ADDRESS_ADVICE;
      case HOST_LABEL, HOST_EMPTY, USERINFO -> isBlock(name) ? ADDRESS_ADVICE : nameAdvice(name);
      default -> rule.sentence();
    };
  }

  private static boolean isBlock(String text) {
    try {
      return Cidr.parse(text).prefixLength() >= 0;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private static String nameAdvice(String name) {
    boolean holdsMore = name.indexOf('/') >= 0 || name.indexOf(':') >= 0 || name.indexOf('@') >= 0;
    return holdsMore
        ? "write the host name alone, without scheme, port or path"
        : GateRule.HOST_LABEL.sentence();
  }

  /**
   * Whether a name is in the set.
   *
   * @param candidate a name
   * @return true if it is
   */
  public boolean matches(DomainName candidate) {
    return switch (kind) {
      case EXACT -> candidate.equals(name);
      case BELOW -> candidate.isWithin(name) && !candidate.equals(name);
      case APEX_AND_BELOW -> candidate.isWithin(name);
    };
  }

  /**
   * Which names around {@link #name()} are matched.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The name the pattern is about.
   *
   * @return the text behind the star or dot
   */
  public DomainName name() {
    return name;
  }

  @Override
  public int compareTo(DomainPattern other) {
    int order = name.compareTo(other.name);
    return order != 0 ? order : kind.compareTo(other.kind);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DomainPattern pattern
        && kind == pattern.kind
        && name.equals(pattern.name);
  }

  @Override
  public int hashCode() {
    return 31 * kind.prefix.length() + name.hashCode();
  }

  /** {@code x}, {@code *.x} or {@code .x}. */
  @Override
  public String toString() {
    return kind.prefix + name;
  }
}
