package io.egressrules.dlp.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A derived text is named by what stands before it. */
class FieldNameTest {
  private static final String SENTENCE = "something worth decoding";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1, \"card_number\" : \"@\"} | card_number",
        "{\"card-number\":[\"@\"]} | ``",
        "{\\\"pin\\\":\\\"@\\\"} | pin",
        "a=1&card[no]=@&b=2 | card[no]",
        "api.key: @ | api.key",
        "Authorization: Basic @ | Authorization",
        "<user><password>@</password></user> | password",
        "<secret kind='x'>@</secret> | secret",
        "<a token='@'/> | token",
        "Content-Disposition: form-data; name=\"ssn\"~~@ | ssn",
        "Content-Disposition: form-data; filename=\"f\"; name=\"scan\"~Content-Type: x/y~~@ | scan",
        "just words @ | ``",
        "@ | ``"
      })
  void it_is_read_from_the_text(String form, String name) {
    String text = form.replace("~", "\r\n").replace("@", Encoded.base64(SENTENCE));

    Unfolded unfolded = Unfolded.of(text.getBytes(ISO_8859_1));

    assertThat(unfolded.holding(SENTENCE)).extracting(found -> found.layer.name()).contains(name);
  }
}
