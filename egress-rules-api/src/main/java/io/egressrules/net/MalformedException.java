package io.egressrules.net;

/**
 * Text that the gate does not admit.
 *
 * <p>The message names the place, the rule and the fix, and never quotes the text: a URL may hold
 * secrets, and exceptions end in logs.
 *
 * @since 0.1
 */
public final class MalformedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The rule that was broken. */
  private final GateRule rule;

  /** Where it was broken. */
  private final int offset;

  /**
   * Refuses text that does not even get as far as the gate.
   *
   * @param rule the rule the text broke
   * @param offset where it broke it, as {@link #offset()}
   */
  public MalformedException(GateRule rule, int offset) {
    super("offset " + offset + ": " + rule.sentence());
    this.rule = rule;
    this.offset = offset;
  }

  /**
   * The rule the text broke; the first one, reading from left to right.
   *
   * @return the rule
   */
  public GateRule rule() {
    return rule;
  }

  /**
   * Where the text broke it.
   *
   * @return index of a character of the text, or its length when something is missing at the end
   */
  public int offset() {
    return offset;
  }
}
