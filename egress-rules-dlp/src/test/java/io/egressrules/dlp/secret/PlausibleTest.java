package io.egressrules.dlp.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.dlp.detector.Validator.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlausibleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kT7pQ2vx",
        "Wm4$xl",
        "tR9.bZ!q",
        "q8Zr2NfLk0",
        "h4-7Kd_p2Lz",
        "b3Nr5Tq9Ws",
      })
  void what_people_and_generators_make_up_is_a_plausible_password(String value) {
    assertThat(Plausible.BARE_PASSWORD.check(value)).isEqualTo(Verdict.PLAUSIBLE);
    assertThat(Plausible.QUOTED_PASSWORD.check(value)).isEqualTo(Verdict.PLAUSIBLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${DB_PASSWORD}",
        "${db.password:-none}",
        "{{ vault.db1 }}",
        "$PASSWORD1",
        "$(cat pw1)",
        "<password1>",
        "%PASSWORD1%",
        "#{db.pw1}",
        "[redacted1]",
        "xxxxxxxx1",
        "********",
        "changeme1",
        "your_password1",
        "example123",
        "dummy1value",
        "hidden-1",
      })
  void a_placeholder_is_no_password(String value) {
    for (Plausible plausible : Plausible.values()) {
      assertThat(plausible.check(value)).as(plausible.name()).isEqualTo(Verdict.INVALID);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "getPassword2",
        "userInput1",
        "oauth2Client",
        "config.db.pw1",
        "readLine(1)",
        "args[1]",
        "https://host1.test/",
        "joe1@host.test",
        "2026-11-22",
        "127.0.0.1:8080",
        "0x7f000001",
        "com.acme.Vault1",
        "database_v2",
        "utf8",
        "level3",
      })
  void what_code_and_configuration_hold_in_the_same_place_is_no_password(String value) {
    assertThat(Plausible.BARE_PASSWORD.check(value)).isEqualTo(Verdict.INVALID);
    assertThat(Plausible.BARE_SECRET.check(value)).isEqualTo(Verdict.INVALID);
    assertThat(Plausible.KEY.check(value)).isEqualTo(Verdict.INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5f4dcc3b5aa765d61d8327deb882cf99",
        "9fQx2LmT7vRk0ZbY3nWc",
        "dead-beef-0123-4567-89ab-cdef",
      })
  void a_random_value_is_a_plausible_key_even_if_its_digits_spell_words(String value) {
    assertThat(Plausible.SECRET.check(value)).isEqualTo(Verdict.PLAUSIBLE);
    assertThat(Plausible.BARE_SECRET.check(value)).isEqualTo(Verdict.PLAUSIBLE);
    assertThat(Plausible.KEY.check(value)).isEqualTo(Verdict.PLAUSIBLE);
  }
}
