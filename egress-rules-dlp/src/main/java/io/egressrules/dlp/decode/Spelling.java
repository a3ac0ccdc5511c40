package io.egressrules.dlp.decode;

/** A way to spell characters among plain text, as escapes do. */
interface Spelling {
  /** How many bytes the longest spelling has. */
  int LONGEST = 12;

  /** How it is called in a layer. */
  Encoding encoding();

  /** The {@link Marks} that its spellings begin with. */
  int marks();

  /**
   * Reads the spelling that begins at an index.
   *
   * @param bytes the text
   * @param at where it begins
   * @param limit where the text ends, or {@value #LONGEST} bytes after or further
   * @return a {@link Spelled} value; {@link Spelled#NOTHING} if none begins here
   */
  int read(byte[] bytes, int at, int limit);
}
