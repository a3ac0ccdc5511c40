package io.egressrules.examples.inspection;

import io.egressrules.engine.client.jdk.GuardedHttpClient;
import io.egressrules.engine.enforce.EgressGuard;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Sends through a guarded java.net.http client. */
final class JdkCaller implements Caller {
  private final HttpClient client;

  JdkCaller(EgressGuard guard) {
    client = GuardedHttpClient.guard(HttpClient.newHttpClient(), guard);
  }

  @Override
  public String name() {
    return "java.net.http";
  }

  @Override
  public void send(Scenario scenario, String url) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    List<String> field = scenario.field();
    if (!field.isEmpty()) {
      request.header(field.get(0), field.get(1));
    }
    Content content = scenario.content();
    if (content != null) {
      request.header("Content-Type", content.type()).POST(publisher(content));
      if (content.coding() != null) {
        request.header("Content-Encoding", content.coding());
      }
    }
    client.send(request.build(), BodyHandlers.discarding());
  }

  private static BodyPublisher publisher(Content content) {
    return content.streamed()
        ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content.bytes()))
        : BodyPublishers.ofByteArray(content.bytes());
  }
}
