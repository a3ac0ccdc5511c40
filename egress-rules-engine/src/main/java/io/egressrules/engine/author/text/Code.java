package io.egressrules.engine.author.text;

/**
 * What is wrong with a text; the constant's name, in lower case with hyphens, is a stable machine
 * code.
 */
public enum Code {
  /** The file cannot be opened or read. */
  UNREADABLE_FILE,
  /** The text is longer than the reader takes. */
  TOO_LARGE,
  /** The text has more levels of nesting than the reader takes. */
  TOO_DEEP,
  /** The bytes are no UTF-8 (RFC 3629), or begin with a byte order mark. */
  MALFORMED_UTF8,
  /** A character is invisible, or hides or reorders others. */
  FORBIDDEN_CHARACTER,
  /** The text holds nothing. */
  EMPTY_TEXT,
  /** The text is no YAML. */
  MALFORMED_YAML,
  /** The text uses a part of YAML that policies do without. */
  REFUSED_YAML,
  /** A key that means nothing here. */
  UNKNOWN_KEY,
  /** A key that is already written. */
  DUPLICATE_KEY,
  /** A key that must be written. */
  MISSING_KEY,
  /** A text, list or mapping where another of them belongs. */
  WRONG_TYPE,
  /** A key or list without a value. */
  EMPTY_VALUE,
  /** A key that has no meaning beside, or without, another. */
  MISPLACED_KEY,
  /** A word that is not one of those that are possible. */
  UNKNOWN_WORD,
  /** A version of the format that this library does not read. */
  UNKNOWN_VERSION,
  /** A text that is no name of a policy, rule, group, subject, profile, detector or header. */
  MALFORMED_NAME,
  /** A text that is no host pattern. */
  MALFORMED_HOST,
  /** A text that is no CIDR, address or address range. */
  MALFORMED_CIDR,
  /** A text that is no port or port range. */
  MALFORMED_PORT,
  /** A text that is no request method. */
  MALFORMED_METHOD,
  /** A text that is no path pattern. */
  MALFORMED_PATH,
  /** A text that is no label or no value of one. */
  MALFORMED_LABEL,
  /** A text that is no date and no instant. */
  MALFORMED_DATE,
  /** A text that is no number, or one beyond its bounds. */
  MALFORMED_NUMBER,
  /** A text that is no fact of a request in a case. */
  MALFORMED_REQUEST,
  /** A list file outside the tree that list files must lie in. */
  FILE_OUTSIDE,
  /** A line of a list file that is too long. */
  LONG_LINE,
  /** More problems than are shown. */
  MORE_PROBLEMS;

  private final String text = Words.of(this);

  /** The machine code, such as {@code unknown-key}. */
  @Override
  public String toString() {
    return text;
  }
}
