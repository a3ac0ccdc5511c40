package io.egressrules;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a body: its declared size and type, and, once inspected, the findings.
 *
 * @since 0.1
 */
public final class BodyFacts {
  /** The length of a body whose size is not declared. */
  public static final long UNKNOWN_LENGTH = -1;

  private final long length;
  private final @Nullable String contentType;
  private final @Nullable String contentEncoding;
  private final @Nullable List<Finding> findings;

  private BodyFacts(
      long length,
      @Nullable String contentType,
      @Nullable String contentEncoding,
      @Nullable List<Finding> findings) {
    this.length = length;
    this.contentType = contentType;
    this.contentEncoding = contentEncoding;
    this.findings = findings;
  }

  /**
   * What a request declares of its body.
   *
   * @param length bytes, or {@link #UNKNOWN_LENGTH}
   * @param contentType the media type (RFC 9110 section 8.3), or null
   * @param contentEncoding the content coding (RFC 9110 section 8.4), or null
   * @return the facts, without findings
   * @throws IllegalArgumentException if the length is negative and not {@link #UNKNOWN_LENGTH}
   */
  public static BodyFacts declared(
      long length, @Nullable String contentType, @Nullable String contentEncoding) {
    if (length < UNKNOWN_LENGTH) {
      throw new IllegalArgumentException(
          "a body has 0 bytes or more, or " + UNKNOWN_LENGTH + " when unknown");
    }
    return new BodyFacts(length, contentType, contentEncoding, null);
  }

  /**
   * These facts, and what an inspection found.
   *
   * @param found the findings, possibly none
   * @return a copy with the findings
   */
  public BodyFacts withFindings(List<Finding> found) {
    return new BodyFacts(length, contentType, contentEncoding, List.copyOf(found));
  }

  /**
   * The declared size.
   *
   * @return bytes, or {@link #UNKNOWN_LENGTH}
   */
  public long length() {
    return length;
  }

  /**
   * The declared media type.
   *
   * @return the type, or null
   */
  public @Nullable String contentType() {
    return contentType;
  }

  /**
   * The declared content coding.
   *
   * @return the coding, or null
   */
  public @Nullable String contentEncoding() {
    return contentEncoding;
  }

  /**
   * What the inspection found.
   *
   * @return findings, empty when it found nothing; null before the inspection
   */
  public @Nullable List<Finding> findings() {
    return findings;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BodyFacts that
        && length == that.length
        && Objects.equals(contentType, that.contentType)
        && Objects.equals(contentEncoding, that.contentEncoding)
        && Objects.equals(findings, that.findings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(length, contentType);
  }

  /** The size and the number of findings; never type and coding, which are values of headers. */
  @Override
  public String toString() {
    return (length == UNKNOWN_LENGTH ? "unknown length" : length + " bytes")
        + (findings == null ? "" : ", " + findings.size() + " findings");
  }
}
