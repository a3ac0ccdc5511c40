package io.egressrules.engine.author.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MomentProperties {
  @Property
  void reading_what_was_written_gives_the_instant(
      @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
      @ForAll @IntRange(max = 999_999_999) int nano) {
    Instant instant = Instant.ofEpochSecond(second, nano);
    assertThat(Moment.parse(Moment.format(instant))).isEqualTo(instant);
  }

  @Property
  void a_date_begins_its_day_in_utc(@ForAll @LongRange(min = -719_528, max = 2_932_896) long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    assertThat(Moment.parse(date.toString()))
        .isEqualTo(date.atStartOfDay(ZoneOffset.UTC).toInstant());
    assertThat(Moment.format(Moment.parse(date.toString()))).isEqualTo(date.toString());
  }

  @Example
  void an_offset_is_taken_into_account() {
    assertThat(Moment.parse("2026-07-01T12:00:00+02:00"))
        .isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
  }

  @Example
  void a_year_of_other_than_four_digits_cannot_be_written() {
    for (Instant instant :
        new Instant[] {Instant.MIN, Instant.MAX, Instant.parse("-0001-12-31T23:59:59Z")}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Moment.format(instant));
    }
  }
}
