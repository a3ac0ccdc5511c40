package io.egressrules.engine.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
  private static Request.Builder request() {
    return new Request.Builder().url("http://partner.test/");
  }

  /** Regression: OkHttp upgrades by the Connection field alone, which was not looked at. */
  @ParameterizedTest
  @CsvSource({"Connection, upgrade", "Connection, 'keep-alive, Upgrade'", "Upgrade, h2c"})
  void eitherFieldAsksForAnotherProtocol(String name, String value) {
    assertThat(Facts.upgrades(request().header(name, value).build())).isTrue();
  }

  @Test
  void aRequestWithoutEitherAsksForNone() {
    assertThat(Facts.upgrades(request().header("Connection", "close").build())).isFalse();
  }
}
