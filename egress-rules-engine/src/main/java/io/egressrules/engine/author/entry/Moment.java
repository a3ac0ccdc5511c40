package io.egressrules.engine.author.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * Reads and writes the instants of a policy: a date, or an instant with its offset (RFC 3339
 * section 5.6).
 */
public final class Moment {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant AFTER_LAST =
      Instant.parse("9999-12-31T23:59:59.999999999Z").plusNanos(1);

  private Moment() {}

  /**
   * Reads an instant.
   *
   * @param text a date, which means the start of that day in UTC, or a date and time with {@code Z}
   *     or an offset
   * @return the instant
   * @throws IllegalArgumentException if the text is neither, or no such day exists
   */
  public static Instant parse(String text) {
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      if (INSTANT.matcher(text).matches()) {
        return OffsetDateTime.parse(text).toInstant();
      }
    } catch (DateTimeException noSuchDay) {
      throw new IllegalArgumentException("no such day or time exists; correct it", noSuchDay);
    }
    throw new IllegalArgumentException(
        "write a date such as `2026-12-31`, which begins at 00:00 utc, or an instant such as"
            + " `2026-12-31T18:00:00Z`");
  }

  /**
   * Writes an instant.
   *
   * @param instant an instant of the years 0 to 9999
   * @return the date when the instant begins a day in UTC, else the instant in UTC
   * @throws IllegalArgumentException if the year has other than four digits
   */
  public static String format(Instant instant) {
    if (instant.isBefore(FIRST) || !instant.isBefore(AFTER_LAST)) {
      throw new IllegalArgumentException(
          "an instant of a policy file lies in the years 0 to 9999; leave the key out instead");
    }
    OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : instant.toString();
  }
}
