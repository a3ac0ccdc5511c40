package io.egressrules.engine.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.egressrules.Decision;
import io.egressrules.EgressDeniedException;
import io.egressrules.ReasonCode;
import io.egressrules.engine.client.NameTable;
import io.egressrules.engine.client.Rig;
import io.egressrules.engine.client.Street;
import io.egressrules.engine.client.TestCertificate;
import io.egressrules.engine.enforce.AddressesUnchecked;
import io.egressrules.engine.enforce.DeclaredProxy;
import io.egressrules.engine.enforce.EgressGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HTTPS through a declared proxy (RFC 9110 section 9.3.6). */
class OkHttpTunnelTest {
  private final MockWebServer proxy = new MockWebServer();
  private final List<Decision> told = new ArrayList<>();
  private OkHttpClient client;

  @BeforeEach
  void serve() throws IOException {
    TestCertificate partner = TestCertificate.ofPartner();
    proxy.useHttps(partner.context().getSocketFactory());
    proxy.start(InetAddress.getByName(Street.OTHER), 0);
    proxy.enqueue(new MockResponse.Builder().inTunnel().build());
    proxy.enqueue(new MockResponse(200, Headers.of(), "through"));
    DeclaredProxy declared = DeclaredProxy.of("proxy.test", proxy.getPort());
    EgressGuard guard =
        EgressGuard.builder(Rig.filter(Rig.friends()))
            .resolver(new NameTable().put("proxy.test", Street.OTHER))
            .proxy(declared)
            .listener((request, decision) -> told.add(decision))
            .build();
    client =
        OkHttpGuard.guard(
            new OkHttpClient.Builder()
                .sslSocketFactory(partner.context().getSocketFactory(), partner.trust())
                .proxy(declared.toProxy())
                .build(),
            guard);
  }

  @AfterEach
  void stop() {
    client.connectionPool().evictAll();
    proxy.close();
  }

  private String get(String host) throws IOException {
    Request request = new Request.Builder().url("https://" + host + "/").build();
    try (Response response = client.newCall(request).execute()) {
      return response.body().string();
    }
  }

  @Test
  void tunnel_leads_to_the_decided_host_which_tls_verifies() throws Exception {
    assertThat(get("partner.test")).isEqualTo("through");

    assertThat(proxy.takeRequest().getTarget()).isEqualTo("partner.test:443");
    assertThat(proxy.takeRequest().getHandshakeServerNames()).containsExactly("partner.test");
    assertThat(told)
        .flatExtracting(Decision::advice)
        .hasOnlyElementsOfType(AddressesUnchecked.class);
  }

  @Test
  void denied_host_is_not_asked_of_the_proxy() {
    EgressDeniedException denied =
        catchThrowableOfType(EgressDeniedException.class, () -> get("denied.test"));

    assertThat(denied.decision().reason().code()).isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(proxy.getRequestCount()).isZero();
  }
}
