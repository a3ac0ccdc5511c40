package io.egressrules.engine.client.jdk;

import io.egressrules.engine.client.GuardedCalls;
import io.egressrules.engine.client.GuardedClientContract;
import io.egressrules.engine.enforce.EgressGuard;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Nested;

/** The contract, for both ways to send. */
class GuardedHttpClientContractTest {

  @Nested
  class Send extends GuardedClientContract {
    @Override
    protected GuardedCalls client(EgressGuard guard, GuardedCalls.Settings settings) {
      return new Calls(guarded(guard, settings)) {
        @Override
        HttpResponse<String> send(HttpRequest request) throws IOException {
          try {
            return client.send(request, BodyHandlers.ofString());
          } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
          }
        }
      };
    }
  }

  @Nested
  class SendAsync extends GuardedClientContract {
    @Override
    protected GuardedCalls client(EgressGuard guard, GuardedCalls.Settings settings) {
      return new Calls(guarded(guard, settings)) {
        @Override
        HttpResponse<String> send(HttpRequest request) throws IOException {
          try {
            return client.sendAsync(request, BodyHandlers.ofString()).get();
          } catch (ExecutionException failed) {
            // What a caller of get() sees is the failure itself, wrapped once.
            if (failed.getCause() instanceof IOException io) {
              throw io;
            }
            throw new IOException(failed.getCause());
          } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
          }
        }
      };
    }
  }

  private static GuardedHttpClient guarded(EgressGuard guard, GuardedCalls.Settings settings) {
    HttpClient.Builder builder =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL);
    if (settings.certificate() != null) {
      builder.sslContext(settings.certificate().context());
    }
    if (settings.proxies() != null) {
      builder.proxy(settings.proxies());
    }
    return GuardedHttpClient.guard(builder.build(), guard);
  }

  /** The contract's calls in the words of the JDK's client. */
  private abstract static class Calls implements GuardedCalls {
    final GuardedHttpClient client;

    Calls(GuardedHttpClient client) {
      this.client = client;
    }

    abstract HttpResponse<String> send(HttpRequest request) throws IOException;

    @Override
    public Answer call(Call call) throws IOException {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(call.url()))
              .method(call.method(), publisher(call.body()))
              .build();
      HttpResponse<String> response = send(new AnyFields(request, call.headers()));
      return new Answer(response.statusCode(), response.body());
    }

    private static BodyPublisher publisher(GuardedCalls.Body body) {
      if (body == null || body.length() == 0) {
        return BodyPublishers.noBody();
      }
      BodyPublisher streaming = BodyPublishers.ofInputStream(body.bytes());
      return body.length() < 0 ? streaming : BodyPublishers.fromPublisher(streaming, body.length());
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }

  /** A request that may have any field, as those that the JDK builds may not. */
  private static final class AnyFields extends HttpRequest {
    private final HttpRequest request;
    private final HttpHeaders headers;

    AnyFields(HttpRequest request, Map<String, String> fields) {
      this.request = request;
      Map<String, List<String>> values = new HashMap<>();
      fields.forEach((name, value) -> values.put(name, List.of(value)));
      this.headers = HttpHeaders.of(values, (name, value) -> true);
    }

    @Override
    public Optional<BodyPublisher> bodyPublisher() {
      return request.bodyPublisher();
    }

    @Override
    public String method() {
      return request.method();
    }

    @Override
    public Optional<Duration> timeout() {
      return request.timeout();
    }

    @Override
    public boolean expectContinue() {
      return request.expectContinue();
    }

    @Override
    public URI uri() {
      return request.uri();
    }

    @Override
    public Optional<HttpClient.Version> version() {
      return request.version();
    }

    @Override
    public HttpHeaders headers() {
      return headers;
    }
  }
}
