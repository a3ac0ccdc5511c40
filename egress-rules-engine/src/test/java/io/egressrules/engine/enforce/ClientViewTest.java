package io.egressrules.engine.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.Headers;
import io.egressrules.net.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientViewTest {

  @ParameterizedTest
  @CsvSource({
    "https://a.test/, https, a.test, 443, true",
    "https://a.test/, HTTPS, A.TEST, 443, true",
    "https://a.test/, https, a.test., 443, true",
    "https://a.test/, http, a.test, 443, false",
    "https://a.test/, https, b.test, 443, false",
    "https://a.test/, https, a.test.b.test, 443, false",
    "https://a.test/, https, a.test, 80, false",
    "https://a.test/, https, '', 443, false",
    "https://a.test/, https, a.test@b.test, 443, false",
    "wss://a.test/, https, a.test, 443, true",
    "wss://a.test/, wss, a.test, 443, true",
    "wss://a.test/, http, a.test, 443, false",
    "ws://a.test/, http, a.test, 80, true",
    "https://[2001:db8::1]/, https, 2001:db8:0::1, 443, true",
    "https://[2001:db8::1]/, https, [2001:db8::1], 443, true",
    "https://[::ffff:192.0.2.1]/, https, 192.0.2.1, 443, true",
    "https://192.0.2.1/, https, 192.0.2.2, 443, false"
  })
  void origin(String url, String scheme, String host, int port, boolean agrees) {
    assertThat(ClientView.of(scheme, host, port).agreesWith(Target.parse(url))).isEqualTo(agrees);
  }

  @Test
  void path_and_authority_count_when_the_client_tells_them() {
    Target target = Target.parse("http://a.test:8080/x?y");
    ClientView view = ClientView.of("http", "a.test", 8080);

    assertThat(view.withPath("/x").withAuthority("a.test:8080").agreesWith(target)).isTrue();
    assertThat(view.withPath("/").agreesWith(target)).isFalse();
    assertThat(view.withAuthority("a.test").agreesWith(target)).isFalse();
    assertThat(view.withAuthority("b.test:8080").agreesWith(target)).isFalse();
    assertThat(view.withAuthority("").agreesWith(target)).isFalse();
    assertThat(view.withAuthority(null).agreesWith(target)).isTrue();
  }

  @Test
  void unreadable_view_agrees_with_nothing() {
    assertThat(ClientView.UNREADABLE.agreesWith(Target.parse("http://a.test/"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a.test, true",
    "a.test:80, true",
    "A.Test, true",
    "a.test:81, false",
    "b.test, false",
    "u@a.test, false",
    "a.test:, false",
    "[::1], false",
    "'a.test b.test', false"
  })
  void every_host_field_must_name_the_target(String value, boolean agrees) {
    Target target = Target.parse("http://a.test/");
    Headers twice = Headers.builder().add("Host", "a.test").add("hOST", value).build();

    assertThat(ClientView.hostFieldsAgree(twice, target)).isEqualTo(agrees);
  }
}
