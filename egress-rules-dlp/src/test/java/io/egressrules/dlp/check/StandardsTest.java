package io.egressrules.dlp.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that the standards themselves, or those who keep them, give as examples. */
class StandardsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AL47 2121 1009 0000 0002 3569 8741",
        "BE68 5390 0754 7034",
        "BR97 0036 0305 0000 1000 9795 493P 1",
        "CH93 0076 2011 6238 5295 7",
        "FR14 2004 1010 0505 0001 3M02 606",
        "GB29 NWBK 6016 1331 9268 19",
        "KZ86 125K ZT50 0410 0100",
        "LC55 HEMM 0001 0001 0012 0012 0002 3015",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "MU17 BOMM 0101 1010 3030 0200 000M UR",
        "NO93 8601 1117 947",
        "PS92 PALS 0000 0000 0400 1234 5670 2",
        "SC18 SSCB 1101 0000 0000 0000 1497 USD",
        "UA21 3223 1300 0002 6007 2335 6600 1",
      })
  void the_registry_s_examples_are_ibans(String text) {
    assertThat(Iban.holds(text)).isTrue();
    assertThat(Iban.holds(text.replace(" ", ""))).isTrue();
    assertThat(Iban.holds(text.substring(0, text.length() - 1))).isFalse();
    assertThat(Iban.holds(text + "0")).isFalse();
  }

  @Test
  void an_iban_whose_check_digits_are_right_in_the_wrong_structure_is_none() {
    assertThat(Iso7064.mod97("NWBK60161331926819" + "GB29")).isEqualTo(1);
    String letterForDigit = "ABCD0000000A000000";
    int pair = 98 - Iso7064.mod97(letterForDigit + "GB00");
    assertThat(Iban.holds("GB" + String.format("%02d", pair) + letterForDigit)).isFalse();
  }

  @Test
  void keccak_256_gives_the_known_hashes() {
    assertThat(keccak(""))
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    assertThat(keccak("abc"))
        .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
    assertThatThrownBy(() -> Keccak256.ofShort(new byte[136]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String keccak(String text) {
    return HexFormat.of().formatHex(Keccak256.ofShort(text.getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
      })
  void the_addresses_of_erc_55_have_its_case(String address) {
    boolean mixed =
        !address.substring(2).equals(address.substring(2).toUpperCase(java.util.Locale.ROOT));
    assertThat(Eip55.holds(address)).isEqualTo(mixed);
    assertThat(Eip55.holds(address.toLowerCase(java.util.Locale.ROOT))).isFalse();
    assertThat(Eip55.holds(address.substring(0, 41))).isFalse();
    assertThat(Eip55.holds(address.replace('e', 'E').replace('9', '8'))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
        "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
        "BC1SW50QGDZ25J",
        "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"
      })
  void the_addresses_of_bip_350_hold(String address) {
    assertThat(Bech32.holds(address, "bc")).isTrue();
    assertThat(Bech32.holds(address, "tb")).isFalse();
    assertThat(Bech32.holds(address.substring(0, address.length() - 1), "bc")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
        "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kV8F3T4",
        "bc1b",
        ""
      })
  void what_bip_350_refuses_does_not_hold(String address) {
    assertThat(Bech32.holds(address, "bc")).isFalse();
  }

  @Test
  void an_address_with_leading_zero_bytes_is_base_58_check() {
    assertThat(Base58Check.holds("1111111111111111111114oLvT2", 21)).isTrue();
    assertThat(Base58Check.holds("111111111111111111114oLvT2", 21)).isFalse();
    assertThat(Base58Check.holds("1111111111111111111114oLvT0", 21)).isFalse();
    assertThat(Base58Check.holds("1".repeat(200), 21)).isFalse();
  }

  @Test
  void the_specimen_of_icao_9303_holds() {
    assertThat(MachineReadable.holds("L898902C36")).isTrue();
    assertThat(MachineReadable.holds("L898902C37")).isFalse();
    assertThat(MachineReadable.holds("7408122")).isTrue();
    assertThat(MachineReadable.holds("D23145890<7")).isTrue();
    assertThat(MachineReadable.holds("\u00e45")).isFalse();
    assertThat(MachineReadable.holds("")).isFalse();
  }

  @Test
  void digits_hold_separators_and_nothing_else() {
    assertThat(Digits.of("12 34-5.6/7\u00a08").count()).isEqualTo(8);
    assertThat(Digits.of("12a4").count()).isZero();
    assertThat(Digits.of("\u0661\u0662").count()).isZero();
    assertThat(Digits.of("90210").number(1, 4)).isEqualTo(21);
  }

  @Test
  void a_day_exists_as_the_calendar_says() {
    assertThat(CalendarDay.exists(2000, 2, 29)).isTrue();
    assertThat(CalendarDay.exists(1900, 2, 29)).isFalse();
    assertThat(CalendarDay.existsInSomeCentury(0, 2, 29)).isTrue();
    assertThat(CalendarDay.exists(1999, 0, 1)).isFalse();
    assertThat(CalendarDay.exists(1999, 13, 1)).isFalse();
    assertThat(CalendarDay.exists(1999, 1, 0)).isFalse();
  }

  @Test
  void iso_7064_knows_no_other_characters() {
    assertThat(Iso7064.mod97("12\u00e4")).isEqualTo(-1);
    assertThat(Iso7064.mod97("1 2")).isEqualTo(-1);
    assertThat(Iso7064.mod11Two("079X")).isTrue();
    assertThat(Iso7064.mod11Two("0X9X")).isFalse();
    assertThat(Iso7064.mod11Two("")).isFalse();
    assertThat(Iso7064.mod11Ten(Digits.of("07945"))).isTrue();
  }
}
