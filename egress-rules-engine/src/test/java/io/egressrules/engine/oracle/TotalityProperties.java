package io.egressrules.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.BodyFacts;
import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Headers;
import io.egressrules.ReasonCode;
import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.net.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Law 12: {@code decide} returns a decision for every request, whatever it is made of. */
class TotalityProperties {
  private static final int REQUESTS = 20_000 * Draw.FACTOR;
  private static final List<String> PIECES =
      List.of(
          "http",
          "https",
          "wss",
          "://",
          "/",
          "\\",
          "@",
          ":",
          "?",
          "#",
          "[",
          "]",
          "%",
          "%2f",
          "..",
          ".",
          "*",
          "example.com",
          "api",
          "127.0.0.1",
          "0x7f.1",
          "::1",
          "fe80::1%25lo",
          "443",
          "65536",
          "xn--",
          "é",
          "\u0000",
          "\r\n",
          " ",
          "\ud800",
          "\u202e",
          "/v1/**",
          "$partners");

  private final Draw draw = Draw.of("totality", 0);
  private final EgressFilter filter =
      EgressRules.compile(Policies.small(Draw.of("small", 3)).policy(), CompileOptions.DEFAULT);

  @Test
  void everyTextIsDecided() {
    for (int i = 0; i < REQUESTS; i++) {
      EgressRequest request = request();
      Decision decision = filter.decide(request);
      assertThat(decision).as("decision %d of seed %d", i, Draw.SEED).isNotNull();
      assertThat(decision.reason().code()).isNotEqualTo(ReasonCode.INTERNAL_FAILURE);
      assertThat(decision.toString()).isNotEmpty();
      assertThat(filter.explain(request).decision()).isEqualTo(decision);
    }
  }

  @Test
  void aRequestWithoutAnythingIsDenied() {
    Decision decision = filter.decide(EgressRequest.toUrl(null).build());
    assertThat(Verdict.of(decision)).isEqualTo(Verdict.deny(ReasonCode.TARGET_MALFORMED));
  }

  @Test
  void aMalformedHeaderIsDenied() {
    Headers split = Headers.builder().add("X-Trace", "a\r\nHost: partner.test").build();
    EgressRequest request = EgressRequest.toUrl("https://example.com/").headers(split).build();
    assertThat(Verdict.of(filter.decide(request)))
        .isEqualTo(Verdict.deny(ReasonCode.HEADER_MALFORMED));
  }

  private EgressRequest request() {
    EgressRequest.Builder request = EgressRequest.toUrl(draw.chance(0.3) ? wellFormed() : text());
    request.subject(text()).labels(labels()).headers(headers());
    request.method(draw.chance(0.1) ? null : text());
    if (draw.chance(0.7)) {
      request.addresses(addresses());
    }
    if (draw.chance(0.2)) {
      request.body(BodyFacts.declared(draw.upTo(100), text(), text()).withFindings(List.of()));
    }
    return request.build();
  }

  private String wellFormed() {
    return "https://example.com/" + text();
  }

  private String text() {
    if (draw.chance(0.3)) {
      byte[] bytes = new byte[draw.upTo(40)];
      draw.random().nextBytes(bytes);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    StringBuilder text = new StringBuilder();
    for (int pieces = draw.upTo(12); pieces > 0; pieces--) {
      text.append(draw.one(PIECES));
    }
    return draw.chance(0.01) ? text.toString().repeat(200) : text.toString();
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>();
    while (draw.chance(0.4)) {
      labels.put(draw.chance(0.5) ? "tier" : text(), text());
    }
    return labels;
  }

  private Headers headers() {
    Headers.Builder headers = Headers.builder();
    while (draw.chance(0.3)) {
      headers.add(text(), text());
    }
    return headers.build();
  }

  private List<IpAddress> addresses() {
    List<IpAddress> addresses = new ArrayList<>();
    while (draw.chance(0.7)) {
      addresses.add(
          draw.chance(0.5)
              ? IpAddress.ofIpv4(draw.random().nextInt())
              : IpAddress.ofIpv6(draw.random().nextLong(), draw.random().nextLong()));
    }
    return addresses;
  }
}
