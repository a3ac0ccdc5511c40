package io.egressrules.engine.client.okhttp;

import io.egressrules.engine.client.GuardedCalls;
import io.egressrules.engine.client.GuardedClientContract;
import io.egressrules.engine.enforce.EgressGuard;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

class OkHttpGuardTest extends GuardedClientContract {

  @Override
  protected GuardedCalls client(EgressGuard guard, GuardedCalls.Settings settings) {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    if (settings.certificate() != null) {
      builder.sslSocketFactory(
          settings.certificate().context().getSocketFactory(), settings.certificate().trust());
    }
    if (settings.proxies() != null) {
      builder.proxySelector(settings.proxies());
    }
    return new Calls(OkHttpGuard.guard(builder.build(), guard));
  }

  /** The contract's calls in OkHttp's words. */
  private record Calls(OkHttpClient client) implements GuardedCalls {
    @Override
    public Answer call(Call call) throws IOException {
      Request.Builder request = new Request.Builder().url(call.url());
      for (Map.Entry<String, String> field : call.headers().entrySet()) {
        request.header(field.getKey(), field.getValue());
      }
      request.method(call.method(), call.body() == null ? null : streaming(call.body()));
      try (Response response = client.newCall(request.build()).execute()) {
        return new Answer(response.code(), response.body().string());
      }
    }

    private static RequestBody streaming(Body body) {
      return new RequestBody() {
        @Override
        public @Nullable MediaType contentType() {
          return null;
        }

        @Override
        public long contentLength() {
          return body.length();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
          try (InputStream in = body.bytes().get()) {
            sink.writeAll(Okio.source(in));
          }
        }
      };
    }

    @Override
    public void close() {
      client.connectionPool().evictAll();
      client.dispatcher().executorService().shutdown();
    }
  }
}
