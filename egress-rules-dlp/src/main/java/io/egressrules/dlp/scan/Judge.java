package io.egressrules.dlp.scan;

import org.jspecify.annotations.Nullable;

/**
 * The regular expression engine that has the last word on spans and groups, and the only door to
 * it. Immutable; safe for use by several threads.
 */
interface Judge {

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException if the engine refuses it; the message is the engine's
   */
  static Judge of(String pattern) {
    return Re2Judge.of(pattern);
  }

  /**
   * The leftmost match.
   *
   * @param text the text; its end is taken for the end of all text
   * @param atStart whether the match has to begin where the text does
   * @return start and end of the match, and start and end of each group in order (-1 for a group
   *     that took no part), in chars; null when there is no match
   */
  int @Nullable [] judge(CharSequence text, boolean atStart);
}
