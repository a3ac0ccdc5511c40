package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.GateRule;
import io.egressrules.net.Target;
import io.egressrules.net.TargetTrait;
import io.egressrules.net.UrlParts;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlCallTest {
  private final UrlCall call = UrlCall.by("checkout").method("post").labels(Map.of("tier", "gold"));

  @Test
  void aCallToNoUrlHasNoTarget() {
    assertThat(call.target()).isNull();
    assertThat(call.malformed()).isNull();
    assertThat(call.toRequest().target()).isNull();
  }

  @Test
  void everythingElseIsStatedOnce() {
    for (String url : new String[] {"https://a.test/", "https://b.test/"}) {
      EgressRequest request = call.to(url).toRequest();
      assertThat(request.target()).isEqualTo(Target.parse(url));
      assertThat(request.subject()).isEqualTo("checkout");
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.labels()).containsExactly(Map.entry("tier", "gold"));
      assertThat(request.phase()).isEqualTo(Phase.REQUEST);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://a.test/", "http://a.test:8080/v1?q=x", "https://a.test:443/v1/#top"})
  void canonicalNameAndPathAreReadWhereTheyStand(String url) {
    assertThat(call.to(url).target()).isInstanceOf(UrlParts.class);
    assertThat(Objects.requireNonNull(call.target()).text()).isSameAs(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://A.test/", "https://a.test", "https://10.1.2.3/", "https://a.test/./x"})
  void whatIsWrittenOtherwiseIsATarget(String url) {
    assertThat(call.to(url).target()).isEqualTo(Target.parse(url));
  }

  @Test
  void traitsOfTheTextStay() {
    EgressRequest request = call.to("https://user@A.test/a//b/").toRequest();
    int traits = Objects.requireNonNull(request.target()).traits();
    assertThat(TargetTrait.USERINFO_DROPPED.in(traits)).isTrue();
    assertThat(TargetTrait.EMPTY_SEGMENT.in(traits)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'https:/a.test/', SLASHES",
    "'https://a..test/', HOST_LABEL",
    "'https://a.test/\\', BACKSLASH"
  })
  void refusedTextSaysWhyAndForgetsTheLastUrl(String url, GateRule rule) {
    call.to("https://a.test/").to(url);
    assertThat(call.target()).isNull();
    assertThat(call.malformed()).isEqualTo(rule);
    assertThat(call.toRequest().malformed()).isEqualTo(rule);
    assertThat(call.to(null).malformed()).isNull();
  }

  @Test
  void itsTextHoldsNoSecret() {
    assertThat(call.to("https://a.test/hunter2?hunter2")).hasToString("POST https://a.test");
  }

  @Test
  void aFilterNeedsNoWorkOfItsOwnForHandles() {
    Target target = Target.parse("https://a.test/");
    PreparedTarget handle = new DenyingFilter().prepare(target);
    EgressRequest request = EgressRequest.to(handle).build();
    assertThat(request.target()).isSameAs(target);
    assertThat(request.prepared()).isSameAs(handle);
    assertThat(request.toRequest()).isSameAs(request);
  }
}
