package io.egressrules.engine.client.okhttp;

import io.egressrules.BodyFacts;
import io.egressrules.EgressRequest;
import io.egressrules.Headers;
import io.egressrules.engine.enforce.Caller;
import io.egressrules.engine.enforce.ClientView;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** An OkHttp request in the words of the api. */
final class Facts {
  private Facts() {}

  static EgressRequest.Builder of(Request request) throws IOException {
    EgressRequest.Builder facts =
        EgressRequest.toUrl(url(request)).method(request.method()).headers(headers(request));
    BodyFacts body = body(request);
    return body == null ? facts : facts.body(body);
  }

  /** OkHttp writes {@code ws} as {@code http}, and allows any character in a fragment. */
  private static String url(Request request) {
    HttpUrl url = request.url();
    String text =
        (url.fragment() == null ? url : url.newBuilder().fragment(null).build()).toString();
    return hasToken(request.headers("Upgrade"), "websocket") ? "ws" + text.substring(4) : text;
  }

  /**
   * Whether a request asks for another protocol, by either of the fields that say so: OkHttp itself
   * goes by {@code Connection} alone.
   */
  static boolean upgrades(Request request) {
    return !request.headers("Upgrade").isEmpty()
        || hasToken(request.headers("Connection"), "upgrade");
  }

  private static boolean hasToken(List<String> values, String token) {
    return values.stream().anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(token));
  }

  static Headers headers(Request request) {
    Headers.Builder headers = Headers.builder();
    for (int i = 0; i < request.headers().size(); i++) {
      headers.add(request.headers().name(i), request.headers().value(i));
    }
    return headers.build();
  }

  static @Nullable BodyFacts body(Request request) throws IOException {
    RequestBody body = request.body();
    if (body == null) {
      return null;
    }
    String type = body.contentType() == null ? null : body.contentType().toString();
    return BodyFacts.declared(
        Math.max(body.contentLength(), BodyFacts.UNKNOWN_LENGTH),
        type,
        request.header("Content-Encoding"));
  }

  static Caller caller(Request request) {
    return Objects.requireNonNullElse(request.tag(Caller.class), Caller.UNSTATED);
  }

  static ClientView view(Request request) {
    HttpUrl url = request.url();
    return ClientView.of(url.scheme(), url.host(), url.port())
        .withPath(url.encodedPath())
        .withAuthority(request.header("Host"));
  }
}
