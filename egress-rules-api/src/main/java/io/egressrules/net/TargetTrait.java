package io.egressrules.net;

/**
 * Something about a target's text that the gate admits and records, for a policy to refuse.
 *
 * <p>There are far fewer than 32, so the traits of a target fit an {@code int} of {@link #bit()}s.
 *
 * @since 0.1
 */
public enum TargetTrait {
  /** The text held user information, which was dropped. */
  USERINFO_DROPPED(0, false),
  /** A label of the host holds an underscore. */
  UNDERSCORE(1, false),
  /** The path held dot segments, plain or as {@code %2e}, which were resolved. */
  DOT_SEGMENTS(2, false),
  /**
   * The path holds {@code //}, which many servers read as {@code /}. It is kept, and leaves the
   * path's meaning open, so that a rule that denies a path is not escaped through it.
   */
  EMPTY_SEGMENT(3, true),
  /** The path holds {@code %2F} or {@code %5C}, also doubly encoded: a slash to some readers. */
  ENCODED_SLASH(4, true),
  /** The path holds an escaped control character, also doubly encoded: CR, LF, NUL and so on. */
  ENCODED_CONTROL(5, true),
  /** The query holds an escaped control character, also doubly encoded. */
  ENCODED_CONTROL_IN_QUERY(6, false),
  /** The path holds an escape of an escape, like {@code %2541}, which some readers decode twice. */
  DOUBLE_ENCODING(7, true),
  /**
   * The path held a percent sign without two hexadecimal digits, or holds an octet that no UTF-8
   * text contains (RFC 3629 section 1), such as the overlong form of a slash.
   */
  INVALID_ESCAPE(8, true),
  /** The path holds {@code ..;} or alike: a dot segment to readers that drop path parameters. */
  DOT_PARAMETERS(9, true);

  private static final int AMBIGUOUS_PATH = ambiguousPath();

  private final int bit;
  private final boolean ambiguousPath;

  TargetTrait(int place, boolean ambiguousPath) {
    this.bit = 1 << place;
    this.ambiguousPath = ambiguousPath;
  }

  private static int ambiguousPath() {
    int bits = 0;
    for (TargetTrait trait : values()) {
      bits |= trait.ambiguousPath ? trait.bit : 0;
    }
    return bits;
  }

  /**
   * Whether a server may read the path as another one than is written, given these traits.
   *
   * @param traits a set of traits
   * @return true if one of them leaves the path's meaning open
   */
  public static boolean leavePathAmbiguous(int traits) {
    return (traits & AMBIGUOUS_PATH) != 0;
  }

  /**
   * This trait in a set of traits.
   *
   * @return an {@code int} with one bit set, a different one for each trait
   */
  public int bit() {
    return bit;
  }

  /**
   * Whether this trait is in a set of traits.
   *
   * @param traits a set of traits
   * @return true if it is
   */
  public boolean in(int traits) {
    return (traits & bit) != 0;
  }
}
