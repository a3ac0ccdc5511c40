package io.egressrules.examples.quickstart;

import io.egressrules.engine.client.okhttp.OkHttpGuard;
import io.egressrules.engine.enforce.EgressGuard;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Calls through a guarded OkHttp client. */
final class OkHttpCaller implements Caller {
  private final OkHttpClient client;

  OkHttpCaller(EgressGuard guard, DemoCertificate certificate) {
    OkHttpClient plain =
        new OkHttpClient.Builder()
            .sslSocketFactory(certificate.context().getSocketFactory(), certificate.trust())
            .build();
    client = OkHttpGuard.guard(plain, guard);
  }

  @Override
  public String name() {
    return "okhttp";
  }

  @Override
  public int call(String method, String url) throws Exception {
    Request request = new Request.Builder().url(url).method(method, null).build();
    try (Response response = client.newCall(request).execute()) {
      return response.code();
    } finally {
      // Each call of the demo starts afresh, with a name to resolve.
      client.connectionPool().evictAll();
    }
  }
}
