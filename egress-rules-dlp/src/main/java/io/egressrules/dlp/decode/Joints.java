package io.egressrules.dlp.decode;

/** What may stand between the digits of a run. */
interface Joints {
  /** More of the text must be known. */
  int WAIT = -1;

  /** The run ends. */
  int NONE = -2;

  /**
   * Finds where a run begins.
   *
   * @param last whether the text ends at the limit
   * @return its index; or, if none begins so far, the complement of the index to search from when
   *     more of the text is known
   */
  int search(Radix radix, Text text, int from, int limit, boolean last);

  /**
   * Passes over what stands between two digits.
   *
   * @param at the index of what is no digit
   * @param last whether the text ends at the limit
   * @param digits how many digits in a row stand before
   * @return the index of the next digit, {@link #WAIT} or {@link #NONE}
   */
  int over(Radix radix, byte[] bytes, int at, int limit, boolean last, int digits);
}
