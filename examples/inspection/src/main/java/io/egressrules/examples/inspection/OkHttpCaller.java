package io.egressrules.examples.inspection;

import io.egressrules.engine.client.okhttp.OkHttpGuard;
import io.egressrules.engine.enforce.EgressGuard;
import java.io.IOException;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** Sends through a guarded OkHttp client. */
final class OkHttpCaller implements Caller {
  private final OkHttpClient client;

  OkHttpCaller(EgressGuard guard) {
    client = OkHttpGuard.guard(new OkHttpClient(), guard);
  }

  @Override
  public String name() {
    return "okhttp";
  }

  @Override
  public void send(Scenario scenario, String url) throws Exception {
    Request.Builder request = new Request.Builder().url(url);
    List<String> field = scenario.field();
    if (!field.isEmpty()) {
      request.header(field.get(0), field.get(1));
    }
    Content content = scenario.content();
    if (content != null) {
      request.post(body(content));
      if (content.coding() != null) {
        request.header("Content-Encoding", content.coding());
      }
    }
    try {
      client.newCall(request.build()).execute().close();
    } finally {
      // Each call of the demo starts afresh, with a name to resolve.
      client.connectionPool().evictAll();
    }
  }

  private static RequestBody body(Content content) {
    MediaType type = MediaType.get(content.type());
    return content.streamed()
        ? new Unmeasured(content, type)
        : RequestBody.create(content.bytes(), type);
  }

  /** A body whose length is not stated. */
  private static final class Unmeasured extends RequestBody {
    private final Content content;
    private final MediaType type;

    Unmeasured(Content content, MediaType type) {
      this.content = content;
      this.type = type;
    }

    @Override
    public MediaType contentType() {
      return type;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(content.bytes());
    }
  }
}
