package io.egressrules.dlp.detector;

import java.util.Objects;

/**
 * A match of a detector's pattern with the text around it, before the detector has judged it.
 *
 * @param before what stands before the match, at most {@value #CONTEXT} characters
 * @param match the whole match
 * @param value the part of the match that is the sensitive value: the first group that caught
 *     anything, or the match
 * @param after what stands after the match, at most {@value #CONTEXT} characters
 * @param name the name of the field the match is in, as a JSON key, a form field or a header; empty
 *     if there is none
 * @since 0.1
 */
public record Candidate(String before, String match, String value, String after, String name) {
  /** How far from a match its context words may stand, in characters. */
  public static final int CONTEXT = 48;

  /**
   * A match before it is judged.
   *
   * @param before what stands before the match
   * @param match the whole match
   * @param value the sensitive value in the match
   * @param after what stands after the match
   * @param name the name of the field the match is in; empty if there is none
   */
  public Candidate {
    Objects.requireNonNull(before);
    Objects.requireNonNull(match);
    Objects.requireNonNull(value);
    Objects.requireNonNull(after);
    Objects.requireNonNull(name);
  }

  /** Holds sensitive text, so it says nothing of it. */
  @Override
  public String toString() {
    return "Candidate[" + value.length() + " characters]";
  }
}
