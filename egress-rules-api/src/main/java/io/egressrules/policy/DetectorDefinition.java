package io.egressrules.policy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A detector of the organisation's own, as a policy writes it. Its patterns are compiled by the
 * inspector.
 *
 * @param id its id: lower-case letters and digits in words joined by {@code -}
 * @param patterns patterns in RE2 syntax, at least one; the value is the first group that took
 *     part, or the match
 * @param near words that must stand near a match; empty if none need to
 * @param validator the name of a check that the value must pass, or null
 * @param entropyFloor the least entropy of the value, in bits a character, from 0 to 8
 * @param stopWords texts that no value holds
 * @param confidence how sure a match makes us
 * @param location where it is written; does not count for equality
 * @since 0.1
 */
public record DetectorDefinition(
    String id,
    List<String> patterns,
    List<String> near,
    @Nullable String validator,
    double entropyFloor,
    List<String> stopWords,
    Confidence confidence,
    SourceLocation location) {

  /**
   * A detector of the organisation's own.
   *
   * @param id its id: lower-case letters and digits in words joined by {@code -}
   * @param patterns patterns in RE2 syntax, at least one
   * @param near words that must stand near a match
   * @param validator the name of a check that the value must pass, or null
   * @param entropyFloor the least entropy of the value, in bits a character, from 0 to 8
   * @param stopWords texts that no value holds
   * @param confidence how sure a match makes us
   * @param location where it is written
   * @throws IllegalArgumentException if the id is none, there is no pattern, a text is empty, or
   *     the floor is out of range
   */
  public DetectorDefinition {
    Syntax.detectorId(id);
    patterns = List.copyOf(patterns);
    near = List.copyOf(near);
    stopWords = List.copyOf(stopWords);
    Objects.requireNonNull(confidence);
    Objects.requireNonNull(location);
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("detector `" + id + "` needs at least one pattern");
    }
    if (patterns.contains("") || near.contains("") || stopWords.contains("")) {
      throw new IllegalArgumentException(
          "detector `" + id + "` holds an empty text, which is everywhere; remove it");
    }
    if (!(entropyFloor >= 0 && entropyFloor <= 8)) {
      throw new IllegalArgumentException("an entropy floor is from 0 to 8 bits a character");
    }
  }

  /**
   * A detector of one pattern.
   *
   * @param id its id
   * @param pattern a pattern in RE2 syntax
   * @return the definition; likely, without further conditions
   * @throws IllegalArgumentException if the id is none or the pattern is empty
   */
  public static DetectorDefinition of(String id, String pattern) {
    return new DetectorDefinition(
        id,
        List.of(pattern),
        List.of(),
        null,
        0,
        List.of(),
        Confidence.LIKELY,
        SourceLocation.BUILDER);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DetectorDefinition that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  private List<Object> parts() {
    return List.of(
        id, patterns, near, String.valueOf(validator), entropyFloor, stopWords, confidence);
  }
}
