package io.egressrules.dlp.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.dlp.detector.Validator.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class EncodedTextTest {

  @Test
  void a_header_of_a_web_token_is_a_json_object_with_a_registered_parameter() {
    assertThat(header("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")).isEqualTo(Verdict.PROVEN);
    assertThat(header("{\"typ\":\"JWT\",\r\n \"alg\":\"none\"}")).isEqualTo(Verdict.PROVEN);
    assertThat(header("{\"name\":\"Joe\"}")).isEqualTo(Verdict.INVALID);
    assertThat(header("{\"alg\":\"HS256\"")).isEqualTo(Verdict.INVALID);
    assertThat(EncodedText.JWT_HEADER.check("eyJ!!!.x")).isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_web_token_encoded_once_more_is_still_one() {
    String token = url("{\"alg\":\"HS256\"}") + "." + url("{\"sub\":\"joe\"}") + ".c2ln";
    assertThat(EncodedText.ENCODED_JWT.check(url(token))).isEqualTo(Verdict.PROVEN);
    assertThat(EncodedText.ENCODED_JWT.check(token)).isEqualTo(Verdict.INVALID);
  }

  @Test
  void basic_credentials_are_a_user_a_colon_and_a_password_of_visible_characters() {
    assertThat(EncodedText.USER_AND_PASSWORD.check(url("joe:x y"))).isEqualTo(Verdict.PLAUSIBLE);
    assertThat(EncodedText.USER_AND_PASSWORD.check(url(":token"))).isEqualTo(Verdict.PLAUSIBLE);
    assertThat(EncodedText.USER_AND_PASSWORD.check(url("joe"))).isEqualTo(Verdict.INVALID);
    assertThat(EncodedText.USER_AND_PASSWORD.check(url("joe:\u0001"))).isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_number_and_a_colon_before_random_bytes_prove_a_data_center_token() {
    assertThat(EncodedText.NUMBER_AND_COLON.check(url("926607655526:\u0000\u00ff\n")))
        .isEqualTo(Verdict.PROVEN);
    assertThat(EncodedText.NUMBER_AND_COLON.check(url("926607655526"))).isEqualTo(Verdict.INVALID);
  }

  private static Verdict header(String json) {
    return EncodedText.JWT_HEADER.check(url(json) + "." + url("{}") + ".c2ln");
  }

  private static String url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
