package io.egressrules.engine.client.jdk;

import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the caller sees it: to the request that was decided, after those that redirected to
 * it.
 *
 * @param answer the JDK client's
 * @param request the request it answers
 * @param previous the answer that redirected to that request, or null
 * @param <T> what the caller made of the body
 */
record GuardedResponse<T>(
    HttpResponse<T> answer, HttpRequest request, @Nullable HttpResponse<T> previous)
    implements HttpResponse<T> {
  @Override
  public int statusCode() {
    return answer.statusCode();
  }

  @Override
  public Optional<HttpResponse<T>> previousResponse() {
    return Optional.ofNullable(previous);
  }

  @Override
  public HttpHeaders headers() {
    return answer.headers();
  }

  @Override
  public T body() {
    return answer.body();
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return answer.sslSession();
  }

  @Override
  public URI uri() {
    return request.uri();
  }

  @Override
  public Version version() {
    return answer.version();
  }

  /** The method and the status; the URL may hold secrets. */
  @Override
  public String toString() {
    return "(" + request.method() + ") " + statusCode();
  }
}
