package io.egressrules.dlp.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the standards promise of their check digits. */
class CheckDigitProperties {
  /** Systems in which one digit at the end completes any number. */
  private static final List<Predicate<String>> ONE_DIGIT =
      List.of(
          text -> Luhn.holds(Digits.of(text)),
          text -> Luhn.holds("80840", Digits.of(text)),
          text -> Verhoeff.holds(Digits.of(text)),
          text -> Iso7064.mod11Ten(Digits.of(text)));

  private static final Predicate<String> MOD_97 = text -> Iso7064.mod97(text) == 1;

  @Property
  void exactly_one_check_digit_completes_a_number(@ForAll("numbers") String number) {
    for (Predicate<String> system : ONE_DIGIT) {
      assertThat(IntStream.range(0, 10).filter(digit -> system.test(number + digit))).hasSize(1);
    }
  }

  @Property
  void exactly_one_pair_of_check_digits_below_98_completes_a_number(
      @ForAll("numbers") String number) {
    assertThat(IntStream.range(2, 99).filter(pair -> MOD_97.test(number + pair / 10 + pair % 10)))
        .hasSize(1);
  }

  @Property
  void a_wrong_digit_is_always_found(
      @ForAll("numbers") String number, @ForAll int place, @ForAll int digit) {
    for (Predicate<String> system : ONE_DIGIT) {
      assertFound(system, completed(system, number), place, digit);
    }
    String pair = String.format("%02d", 98 - Iso7064.mod97(number + "00"));
    assertFound(MOD_97, number + pair, place, digit);
  }

  private static void assertFound(Predicate<String> system, String number, int place, int digit) {
    int at = Math.floorMod(place, number.length());
    char wrong = (char) ('0' + Math.floorMod(digit, 10));
    String changed = number.substring(0, at) + wrong + number.substring(at + 1);
    assertThat(system.test(changed)).isEqualTo(changed.equals(number));
  }

  @Property
  void a_swap_of_neighbours_is_always_found_by_verhoeff_and_by_mod_97(
      @ForAll("numbers") String number, @ForAll int place) {
    Predicate<String> verhoeff = text -> Verhoeff.holds(Digits.of(text));
    String withDigit = completed(verhoeff, number);
    String swapped = swapped(withDigit, place);
    assertThat(verhoeff.test(swapped)).isEqualTo(swapped.equals(withDigit));
    String withPair = number + String.format("%02d", 98 - Iso7064.mod97(number + "00"));
    String swappedPair = swapped(withPair, place);
    assertThat(MOD_97.test(swappedPair)).isEqualTo(swappedPair.equals(withPair));
  }

  @Property
  void a_swap_of_neighbours_is_found_by_luhn_but_for_0_and_9(
      @ForAll("numbers") String number, @ForAll int place) {
    Predicate<String> luhn = text -> Luhn.holds(Digits.of(text));
    String whole = completed(luhn, number);
    int at = Math.floorMod(place, whole.length() - 1);
    boolean blind =
        whole.charAt(at) == whole.charAt(at + 1)
            || List.of("09", "90").contains(whole.substring(at, at + 2));
    assertThat(luhn.test(swapped(whole, place))).isEqualTo(blind);
  }

  @Property
  void mod_11_2_is_completed_by_one_of_eleven_characters(@ForAll("numbers") String number) {
    assertThat("0123456789X".chars().filter(c -> Iso7064.mod11Two(number + (char) c))).hasSize(1);
  }

  @Property
  void luhn_with_a_prefix_is_luhn_of_both_written_together(@ForAll("numbers") String number) {
    assertThat(Luhn.holds("80840", Digits.of(number)))
        .isEqualTo(Luhn.holds(Digits.of("80840" + number)));
  }

  @Property
  void the_remainder_is_that_of_the_number(@ForAll("numbers") String number) {
    long value = Long.parseLong(number);
    assertThat(Digits.of(number).remainder(97)).isEqualTo((int) (value % 97));
    assertThat(Iso7064.mod97(number)).isEqualTo((int) (value % 97));
  }

  private static String completed(Predicate<String> system, String number) {
    return IntStream.range(0, 10)
        .mapToObj(digit -> number + digit)
        .filter(system)
        .findFirst()
        .orElseThrow();
  }

  private static String swapped(String number, int place) {
    int at = Math.floorMod(place, number.length() - 1);
    return number.substring(0, at)
        + number.charAt(at + 1)
        + number.charAt(at)
        + number.substring(at + 2);
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.strings().numeric().ofMinLength(2).ofMaxLength(17);
  }
}
