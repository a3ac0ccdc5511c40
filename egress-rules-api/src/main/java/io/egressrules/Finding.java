package io.egressrules;

import io.egressrules.policy.Confidence;
import io.egressrules.policy.InspectionAction;
import java.util.Objects;

/**
 * Something that an inspection found in what was about to leave. It never holds the value itself.
 *
 * @param detector the id of the detector that found it
 * @param place where it is
 * @param start the offset of its first byte, as sent, within the place; from 0
 * @param end the offset after its last byte
 * @param confidence how sure the detector is
 * @param action what the profile does about it
 * @param fingerprint a keyed hash of the value, equal for equal values under one key; lower-case
 *     hexadecimal
 * @param preview the value masked, so that an owner can recognise it and nobody can use it
 * @since 0.1
 */
public record Finding(
    String detector,
    Place place,
    long start,
    long end,
    Confidence confidence,
    InspectionAction action,
    String fingerprint,
    String preview) {

  /**
   * The part of a request that a finding is in.
   *
   * @since 0.1
   */
  public enum Place {
    /** The host name, before it is resolved. */
    HOST,
    /** The path. */
    PATH,
    /** The query. */
    QUERY,
    /** A header field. */
    HEADER,
    /** The body. */
    BODY
  }

  /**
   * Something that an inspection found.
   *
   * @param detector the id of the detector that found it
   * @param place where it is
   * @param start the offset of its first byte within the place
   * @param end the offset after its last byte
   * @param confidence how sure the detector is
   * @param action what the profile does about it
   * @param fingerprint a keyed hash of the value
   * @param preview the value masked
   * @throws IllegalArgumentException if it starts below 0 or ends before its start
   */
  public Finding {
    Objects.requireNonNull(detector);
    Objects.requireNonNull(place);
    Objects.requireNonNull(confidence);
    Objects.requireNonNull(action);
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(preview);
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "a finding starts at 0 or later and does not end before its start");
    }
  }
}
