package io.egressrules.engine.tree;

import static io.egressrules.engine.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.UrlCall;
import io.egressrules.engine.EgressRules;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An ALLOW with nothing to report allocates nothing, compiled by the JIT or not. */
class AllocationTest {
  private static final int DECISIONS = 100_000;
  private static final int ROUNDS = 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  private static final EgressFilter FILTER =
      EgressRules.compile(
          Policy.builder("test")
              .hostGroup("partners", "api.partner.example", "*.cdn.example")
              .cidrGroup("office", "203.0.114.0/24", "2606:2800::/32")
              .rule(
                  Rule.allow("partner")
                      .hosts("$partners")
                      .subjects("checkout", "batch/*")
                      .label("tier", "gold")
                      .ports("443", "8000-8099")
                      .methods("GET", "PUT")
                      .paths("/v1/**")
                      .require(Requirement.TLS))
              .rule(Rule.allow("intranet").hosts(".intra.example").grant("10.0.0.0/8"))
              .rule(Rule.allow("office").cidrs("$office").until(LATER))
              .rule(Rule.allow("local").cidrs("127.0.0.0/8").grant("127.0.0.1/32"))
              .rule(Rule.allow("old").hosts("a.intra.example").until(Instant.EPOCH))
              .rule(
                  Rule.deny("mail")
                      .ports("25")
                      .except(Condition.builder().hosts("mail.intra.example").build()))
              .rule(Rule.deny("blocked").hosts("bad.cdn.example").cidrs("198.51.100.0/24"))
              .build());

  private static EgressRequest full(String url) {
    return EgressRequest.toUrl(url)
        .method("PUT")
        .subject("batch/nightly")
        .labels(Map.of("tier", "gold"))
        .build();
  }

  private static EgressRequest vetted(EgressRequest request, String address) {
    return request.withAddresses(List.of(IpAddress.parse(address)));
  }

  private static void assertAllocatesNothing(EgressRequest request) {
    assertThat(FILTER.decide(request).isAllowed()).as("%s", FILTER.explain(request)).isTrue();
    assertThat(leastAllocatedBytes(request)).as("bytes allocated for %s", request).isZero();
  }

  /** The least of some rounds: in one, the JIT may allocate for itself on this thread. */
  private static long leastAllocatedBytes(EgressRequest request) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > 0; round++) {
      least = Math.min(least, allocatedBytes(request));
    }
    return least;
  }

  private static long allocatedBytes(EgressRequest request) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    decideOften(request);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static void decideOften(EgressRequest request) {
    for (int i = 0; i < DECISIONS; i++) {
      if (!FILTER.decide(request).isAllowed()) {
        throw new AssertionError("the decision changed");
      }
    }
  }

  @Test
  void forANameBeforeItsAddressesAreKnown() {
    assertAllocatesNothing(full("https://api.partner.example/v1/orders"));
    assertAllocatesNothing(full("https://a.b.cdn.example:8010/v1"));
    assertAllocatesNothing(get("https://mail.intra.example:25/"));
    assertAllocatesNothing(get("https://unknown.example/"));
  }

  @Test
  void forUrlText() {
    UrlCall call = UrlCall.by("batch/nightly").method("PUT").labels(Map.of("tier", "gold"));
    String[] urls = {
      "https://api.partner.example/v1/orders?page=2", "https://a.b.cdn.example:8010/v1#top"
    };
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > 0; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < DECISIONS; i++) {
        if (!FILTER.decide(call.to(urls[i & 1])).isAllowed()) {
          throw new AssertionError("the decision changed");
        }
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).as("bytes allocated").isZero();
  }

  @Test
  void forANameAndOneAddress() {
    assertAllocatesNothing(vetted(full("https://api.partner.example/v1/orders"), "8.8.8.8"));
    assertAllocatesNothing(vetted(full("https://bad.cdn.example/v1"), "2606:4700::1"));
    assertAllocatesNothing(vetted(get("https://a.intra.example/"), "10.1.2.3"));
    assertAllocatesNothing(vetted(get("https://unknown.example/"), "203.0.114.9"));
    assertAllocatesNothing(vetted(get("https://unknown.example/"), "2606:2800::9"));
  }

  @Test
  void forAnIpLiteral() {
    assertAllocatesNothing(get("https://203.0.114.9/"));
    assertAllocatesNothing(get("https://[2606:2800::9]/"));
    assertAllocatesNothing(get("http://127.0.0.1:8080/"));
  }
}
