package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.egressrules.net.MalformedException;
import io.egressrules.net.Target;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A request can be built from any text. */
class EgressRequestProperties {

  @Property(tries = 5_000)
  void anyTextMakesARequest(@ForAll String text) {
    assertIsRequest(text);
    assertIsRequest("https://" + text);
    assertIsRequest("https://a.test/" + text);
  }

  @Property(tries = 5_000)
  void anyOctetsMakeARequest(@ForAll byte[] octets) {
    assertIsRequest(new String(octets, StandardCharsets.ISO_8859_1));
    assertIsRequest("http://" + new String(octets, StandardCharsets.ISO_8859_1) + ":80/");
    assertIsRequest(new String(octets, StandardCharsets.UTF_16BE));
  }

  @Property(tries = 20)
  void soDoTextsLongerThanAnyUrl(@ForAll char filling) {
    assertIsRequest("https://a.test/" + String.valueOf(filling).repeat(1 << 16));
  }

  private static void assertIsRequest(String url) {
    EgressRequest request = EgressRequest.toUrl(url).build();
    if (request.target() == null) {
      Throwable refused = catchThrowable(() -> Target.parse(url));
      assertThat(refused).isInstanceOf(MalformedException.class);
      assertThat(request.malformed()).isEqualTo(((MalformedException) refused).rule());
    } else {
      assertThat(request.malformed()).isNull();
      assertThat(request.target()).isEqualTo(Target.parse(url));
    }
    assertThat(request.toString()).isNotEmpty();
  }
}
