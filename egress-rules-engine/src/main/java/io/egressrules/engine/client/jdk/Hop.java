package io.egressrules.engine.client.jdk;

import io.egressrules.BodyFacts;
import io.egressrules.EgressDeniedException;
import io.egressrules.EgressRequest;
import io.egressrules.Headers;
import io.egressrules.engine.enforce.Admission;
import io.egressrules.engine.enforce.Caller;
import io.egressrules.engine.enforce.ClientView;
import io.egressrules.engine.enforce.Enforcement;
import io.egressrules.engine.enforce.Redirect;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One request of a call: the caller's own, or one that an answer redirected to.
 *
 * @param admission the decision to let it out, before its addresses are known
 * @param request what is to be sent: to the canonical URL, and without what the client writes
 *     itself
 */
record Hop(Admission admission, HttpRequest request) {
  /**
   * Fields that the JDK's client writes itself, from what it really sends: a caller's own, where
   * the JDK can be set up to let them pass, could make two requests of one.
   */
  private static final Set<String> OF_THE_CLIENT =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "transfer-encoding",
          "upgrade");

  /** The caller's own request, decided. */
  static Hop first(Enforcement enforcement, HttpRequest asked) throws EgressDeniedException {
    EgressRequest.Builder facts =
        EgressRequest.toUrl(asked.uri().toASCIIString())
            .method(asked.method())
            .headers(headers(asked.headers()));
    BodyFacts body = declared(asked);
    Admission admission =
        enforcement.request(body == null ? facts : facts.body(body), Caller.UNSTATED);
    return new Hop(admission, toSend(enforcement, admission, asked, name -> true).build());
  }

  /** The request that an answer redirects to, decided. */
  static Hop next(Enforcement enforcement, Hop from, Redirect redirect)
      throws EgressDeniedException {
    HttpRequest last = from.request;
    HttpHeaders kept =
        HttpHeaders.of(last.headers().map(), (name, value) -> redirect.keepsHeader(name));
    BodyFacts body = redirect.keepsBody() ? declared(last) : null;
    Admission admission = enforcement.follow(redirect, headers(kept), body);
    HttpRequest.Builder next = toSend(enforcement, admission, last, redirect::keepsHeader);
    if (!redirect.keepsBody()) {
      withoutBody(next, redirect.method());
    }
    return new Hop(admission, next.build());
  }

  /** The request without path, query, headers and body. */
  @Override
  public String toString() {
    return admission.toString();
  }

  /** The body to be sent; empty when there is none. */
  BodyPublisher body() {
    return request.bodyPublisher().orElseGet(BodyPublishers::noBody);
  }

  /** What is declared of the body, or null when there is none. */
  @Nullable BodyFacts declared() {
    return declared(request);
  }

  /** This request, with what inspection left of its body, showing a ticket to the connector. */
  HttpRequest by(String token, BodyPublisher body) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request, (name, value) -> true).setHeader(Ticket.FIELD, token);
    if (request.headers().firstValue(Ticket.DECOY_FIELD).isEmpty()) {
      builder.setHeader(Ticket.DECOY_FIELD, Ticket.DECOY);
    }
    if (request.bodyPublisher().isPresent()) {
      builder.method(request.method(), body);
    }
    return builder.build();
  }

  private static HttpRequest.Builder toSend(
      Enforcement enforcement, Admission admission, HttpRequest like, Predicate<String> keeps)
      throws EgressDeniedException {
    URI uri = uri(enforcement, admission);
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(like, (name, value) -> keeps.test(name) && isOfTheCaller(name))
            .uri(uri);
    like.version().ifPresent(version -> builder.version(supported(version)));
    return builder;
  }

  private static boolean isOfTheCaller(String name) {
    String field = name.toLowerCase(Locale.ROOT);
    return !OF_THE_CLIENT.contains(field)
        && (!field.startsWith("proxy-") || field.equals("proxy-authorization"));
  }

  private static void withoutBody(HttpRequest.Builder builder, String method) {
    if (method.equals("GET")) {
      builder.GET();
    } else {
      builder.method(method, BodyPublishers.noBody());
    }
  }

  /** The canonical URL, as the JDK's client reads it. */
  static URI uri(Enforcement enforcement, Admission admission) throws EgressDeniedException {
    URI uri = readable(admission.url());
    enforcement.agree(admission, uri == null ? ClientView.UNREADABLE : view(uri, admission));
    return Objects.requireNonNull(uri);
  }

  private static @Nullable URI readable(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() == null ? null : uri;
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static ClientView view(URI uri, Admission admission) {
    int port = uri.getPort() < 0 ? admission.target().scheme().defaultPort() : uri.getPort();
    return ClientView.of(uri.getScheme(), uri.getHost(), port).withPath(uri.getRawPath());
  }

  /** What goes through the connector; HTTP/3 would go past it. */
  static Version supported(Version version) {
    return version == Version.HTTP_1_1 ? Version.HTTP_1_1 : Version.HTTP_2;
  }

  static Headers headers(HttpHeaders fields) {
    Headers.Builder headers = Headers.builder();
    fields.map().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
    return headers.build();
  }

  private static @Nullable BodyFacts declared(HttpRequest request) {
    BodyPublisher body = request.bodyPublisher().orElse(null);
    if (body == null || body.contentLength() == 0) {
      return null;
    }
    HttpHeaders fields = request.headers();
    return BodyFacts.declared(
        Math.max(body.contentLength(), BodyFacts.UNKNOWN_LENGTH),
        fields.firstValue("content-type").orElse(null),
        fields.firstValue("content-encoding").orElse(null));
  }
}
