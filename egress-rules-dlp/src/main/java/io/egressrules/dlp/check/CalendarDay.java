package io.egressrules.dlp.check;

import java.time.YearMonth;

/** Days of the Gregorian calendar, as ISO 8601 counts them, that a number says someone was born. */
public final class CalendarDay {
  private CalendarDay() {}

  /**
   * Whether there is such a day.
   *
   * @param year a full year
   * @param month from 1, or there is none
   * @param day from 1, or there is none
   * @return whether there is
   */
  public static boolean exists(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  /**
   * Whether there is such a day in the 20th or the 21st century.
   *
   * @param year the last two digits of a year
   * @param month from 1, or there is none
   * @param day from 1, or there is none
   * @return whether there is
   */
  public static boolean existsInSomeCentury(int year, int month, int day) {
    return exists(1900 + year, month, day) || exists(2000 + year, month, day);
  }

  /**
   * Whether a number begins with a day written year, month, day in six digits.
   *
   * @param digits at least six
   * @return whether it does, in the 20th or the 21st century
   */
  public static boolean begins(Digits digits) {
    return existsInSomeCentury(digits.number(0, 2), digits.number(2, 4), digits.number(4, 6));
  }
}
