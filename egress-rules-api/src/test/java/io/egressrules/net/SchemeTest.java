package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemeTest {

  @ParameterizedTest
  @EnumSource
  void letterCaseChangesNothing(Scheme scheme) {
    assertThat(Scheme.parse(scheme.text())).isEqualTo(scheme);
    assertThat(Scheme.parse(scheme.text().toUpperCase(Locale.ROOT))).isEqualTo(scheme);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "htt", "httpss", "httpſ", "http:", "ftp", "file", "unix", "HTTP "})
  void refusesWhatIsUnknown(String text) {
    assertThatThrownBy(() -> Scheme.parse(text)).isInstanceOf(MalformedException.class);
  }

  @Test
  void bitsDiffer() {
    int all = Arrays.stream(Scheme.values()).mapToInt(Scheme::bit).reduce(0, (a, b) -> a | b);
    assertThat(Integer.bitCount(all)).isEqualTo(Scheme.values().length);
  }

  @Test
  void encryptedSchemesUsePort443() {
    assertThat(Arrays.stream(Scheme.values()).filter(Scheme::isEncrypted))
        .containsExactly(Scheme.HTTPS, Scheme.WSS)
        .allMatch(scheme -> scheme.defaultPort() == 443);
  }
}
