package io.egressrules.examples.quickstart;

import io.egressrules.engine.client.jdk.GuardedHttpClient;
import io.egressrules.engine.enforce.EgressGuard;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls through a guarded java.net.http client. */
final class JdkCaller implements Caller {
  private final HttpClient client;

  JdkCaller(EgressGuard guard, DemoCertificate certificate) {
    HttpClient plain =
        HttpClient.newBuilder()
            .sslContext(certificate.context())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    client = GuardedHttpClient.guard(plain, guard);
  }

  @Override
  public String name() {
    return "java.net.http";
  }

  @Override
  public int call(String method, String url) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.noBody()).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}
