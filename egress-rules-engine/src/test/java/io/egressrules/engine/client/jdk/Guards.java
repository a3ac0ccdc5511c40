package io.egressrules.engine.client.jdk;

import io.egressrules.EgressFilter;
import io.egressrules.engine.client.NameTable;
import io.egressrules.engine.client.Street;
import io.egressrules.engine.client.TestCertificate;
import io.egressrules.engine.enforce.EgressGuard;
import io.egressrules.engine.enforce.FakeFilter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A policy, names, and guarded clients for the tests of this package. */
final class Guards implements AutoCloseable {
  static final int PATIENCE = 20;

  final NameTable names = new NameTable();
  final AtomicReference<EgressFilter> policy =
      new AtomicReference<>(
          new FakeFilter()
              .allow("partner.test")
              .allow("other.test")
              .at(Street.PARTNER, Street.OTHER));
  private final List<GuardedHttpClient> clients = new ArrayList<>();

  Guards() {
    names.put("partner.test", Street.PARTNER);
    names.put("other.test", Street.OTHER);
  }

  EgressGuard.Builder guard() {
    return EgressGuard.builder(policy::get).resolver(names).inspectors();
  }

  GuardedHttpClient client() {
    return client(builder -> builder, guard().build());
  }

  GuardedHttpClient client(UnaryOperator<HttpClient.Builder> settings, EgressGuard guard) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .sslContext(TestCertificate.ofPartner().context());
    GuardedHttpClient client = GuardedHttpClient.guard(settings.apply(builder).build(), guard);
    clients.add(client);
    return client;
  }

  static HttpRequest.Builder to(String scheme, int port, String path) {
    return HttpRequest.newBuilder(URI.create(scheme + "://partner.test:" + port + path));
  }

  static HttpRequest get(String scheme, int port) {
    return to(scheme, port, "/").build();
  }

  @Override
  public void close() {
    clients.forEach(GuardedHttpClient::shutdownNow);
  }
}
