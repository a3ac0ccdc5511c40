package io.egressrules.engine.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.egressrules.EgressDeniedException;
import io.egressrules.EgressFilter;
import io.egressrules.ReasonCode;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.client.NameTable;
import io.egressrules.engine.client.Street;
import io.egressrules.engine.client.TestCertificate;
import io.egressrules.engine.enforce.EgressGuard;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One HTTP/2 connection may serve several hosts (RFC 9113 section 9.1.1); each call is decided. */
class OkHttpSharedConnectionTest {
  private final MockWebServer server = new MockWebServer();
  private final AtomicReference<EgressFilter> policy = new AtomicReference<>();
  private final NameTable names =
      new NameTable().put("partner.test", Street.PARTNER).put("other.test", Street.PARTNER);
  private OkHttpClient client;

  @BeforeEach
  void serve() throws IOException {
    TestCertificate shared = TestCertificate.shared();
    server.useHttps(shared.context().getSocketFactory());
    server.start(InetAddress.getByName(Street.PARTNER), 0);
    for (int i = 0; i < 3; i++) {
      server.enqueue(new MockResponse(200, okhttp3.Headers.of(), "hello"));
    }
    EgressGuard guard = EgressGuard.builder(policy::get).resolver(names).build();
    policy.set(
        filter(
            Rule.allow("both").hosts("partner.test", "other.test").grant(Street.PARTNER + "/32")));
    client =
        OkHttpGuard.guard(
            new OkHttpClient.Builder()
                .sslSocketFactory(shared.context().getSocketFactory(), shared.trust())
                .build(),
            guard);
  }

  @AfterEach
  void stop() {
    client.connectionPool().evictAll();
    server.close();
  }

  private static EgressFilter filter(Rule.Builder... rules) {
    Policy.Builder policy = Policy.builder("shared");
    for (Rule.Builder rule : rules) {
      policy.rule(rule);
    }
    return EgressRules.compile(policy.build());
  }

  private Protocol get(String host) throws IOException {
    Request request =
        new Request.Builder().url("https://" + host + ":" + server.getPort() + "/").build();
    try (Response response = client.newCall(request).execute()) {
      return response.protocol();
    }
  }

  private ReasonCode denied(String host) {
    EgressDeniedException denied =
        catchThrowableOfType(EgressDeniedException.class, () -> get(host));
    return denied.decision().reason().code();
  }

  @Test
  void connection_is_shared_by_hosts_that_are_both_allowed() throws Exception {
    assertThat(get("partner.test")).isEqualTo(Protocol.HTTP_2);
    assertThat(get("other.test")).isEqualTo(Protocol.HTTP_2);

    assertThat(server.takeRequest().getConnectionIndex()).isZero();
    assertThat(server.takeRequest().getConnectionIndex()).as("the same connection").isZero();
  }

  @Test
  void connection_of_an_allowed_host_does_not_carry_a_denied_one() throws IOException {
    policy.set(filter(Rule.allow("one").hosts("partner.test").grant(Street.PARTNER + "/32")));
    get("partner.test");

    assertThat(denied("other.test")).isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(server.getRequestCount()).isOne();
  }

  @Test
  void connection_does_not_carry_a_host_that_may_not_go_to_its_address() throws IOException {
    policy.set(
        filter(
            Rule.allow("one").hosts("partner.test").grant(Street.PARTNER + "/32"),
            Rule.allow("two").hosts("other.test").grant(Street.OTHER + "/32")));
    get("partner.test");

    assertThat(denied("other.test")).isEqualTo(ReasonCode.ADDRESS_GUARDED);
    assertThat(server.getRequestCount()).isOne();
  }

  @Test
  void connection_shared_before_does_not_carry_what_a_new_policy_denies() throws IOException {
    get("partner.test");
    get("other.test");

    policy.set(
        filter(
            Rule.allow("one").hosts("partner.test").grant(Street.PARTNER + "/32"),
            Rule.allow("two").hosts("other.test").grant(Street.OTHER + "/32")));

    assertThat(denied("other.test")).isEqualTo(ReasonCode.ADDRESS_GUARDED);
    get("partner.test");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }
}
