package io.egressrules.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Headers;
import io.egressrules.ReasonCode;
import io.egressrules.UrlCall;
import io.egressrules.engine.EgressRules;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However much is stated, what is made of it is little: bytes allocated on the deciding thread. */
class HostileSizeTest {
  private static final int MIB = 1 << 20;
  private static final int HEADERS = 100_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final EgressFilter FILTER =
      EgressRules.compile(
          Policy.builder("sizes")
              .rule(Rule.allow("a").hosts(".a.example", ".b").paths("/**"))
              .rule(Rule.deny("blocked").cidrs("198.51.100.0/24"))
              .build());

  /** A URL that is too much in one respect, or as much as there may be. */
  enum Size {
    HOST_OF_A_MILLION_LABELS("https://" + "a.".repeat(999_999) + "b/", ReasonCode.TARGET_MALFORMED),
    URL_OF_10_MB("https://a.example/" + "x".repeat(10_000_000), ReasonCode.TARGET_MALFORMED),
    QUERY_OF_10_MB("https://a.example/?" + "%0a".repeat(3_333_333), ReasonCode.TARGET_MALFORMED),
    USER_INFORMATION_OF_10_MB(
        "https://" + "u".repeat(10_000_000) + "@a.example/", ReasonCode.TARGET_MALFORMED),
    PATH_OF_8192_SLASHES("https://a.example" + "/".repeat(8192), ReasonCode.TARGET_MALFORMED),
    PATH_OF_SLASHES_TO_THE_CAP(
        "https://a.example" + "/".repeat(8192 - 17), ReasonCode.PATH_FORBIDDEN),
    DOT_SEGMENTS_TO_THE_CAP("https://a.example" + "/a/..".repeat(1635), ReasonCode.ALLOWED_BY_RULE),
    ESCAPES_TO_THE_CAP("https://a.example/" + "%7e".repeat(2724), ReasonCode.ALLOWED_BY_RULE),
    ESCAPES_BEYOND_THE_CAP(
        "https://a.example/" + "|".repeat(8192 - 18), ReasonCode.TARGET_MALFORMED),
    HOST_OF_127_LABELS("https://" + "a.".repeat(126) + "b/", ReasonCode.ALLOWED_BY_RULE);

    private final String url;
    private final ReasonCode code;

    Size(String url, ReasonCode code) {
      this.url = url;
      this.code = code;
    }
  }

  private static void assertDecidedWithin(
      long bytes, ReasonCode code, Supplier<Decision> statedAndDecided) {
    assertThat(statedAndDecided.get().reason().code()).isEqualTo(code);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    statedAndDecided.get();
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
        .as("bytes allocated")
        .isLessThanOrEqualTo(bytes);
  }

  @ParameterizedTest
  @EnumSource
  void requestToAUrl(Size size) {
    assertDecidedWithin(
        MIB, size.code, () -> FILTER.decide(EgressRequest.toUrl(size.url).method("GET").build()));
  }

  @ParameterizedTest
  @EnumSource
  void callOfAUrl(Size size) {
    UrlCall call = UrlCall.by("").method("GET");
    assertDecidedWithin(MIB, size.code, () -> FILTER.decide(call.to(size.url)));
  }

  /** Each is decided alone, and what it came to is kept until all are. */
  @Test
  void tenThousandAddressesOfWhichTheLastIsDenied() {
    List<IpAddress> addresses = new ArrayList<>();
    for (int i = 0; i < 9_999; i++) {
      addresses.add(IpAddress.ofIpv4(0x0800_0000 + i));
    }
    addresses.add(IpAddress.parse("198.51.100.1"));
    EgressRequest request = EgressRequest.toUrl("https://a.example/").method("GET").build();
    assertDecidedWithin(
        MIB, ReasonCode.ADDRESS_MIXED, () -> FILTER.decide(request.withAddresses(addresses)));
  }

  @Test
  void aHundredThousandHeadersAreTooMany() {
    String value = "v".repeat(10_000);
    assertDecidedWithin(
        MIB / 8,
        ReasonCode.HEADER_MALFORMED,
        () -> {
          Headers.Builder headers = Headers.builder();
          for (int i = 0; i < HEADERS; i++) {
            headers.add("X-Hostile", value);
          }
          return FILTER.decide(with(headers.build()));
        });
  }

  @Test
  void aHeaderOfAMebibyteIsNotCopied() {
    String value = "v".repeat(MIB);
    assertDecidedWithin(
        MIB / 8,
        ReasonCode.ALLOWED_BY_RULE,
        () -> FILTER.decide(with(Headers.builder().add("X-Hostile", value).build())));
  }

  private static EgressRequest with(Headers headers) {
    return EgressRequest.toUrl("https://a.example/").method("GET").headers(headers).build();
  }
}
