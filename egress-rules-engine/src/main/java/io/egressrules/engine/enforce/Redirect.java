package io.egressrules.engine.enforce;

import io.egressrules.BodyFacts;
import io.egressrules.EgressRequest;
import io.egressrules.Headers;
import io.egressrules.net.Target;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The request that an answer redirects to (RFC 9110 section 15.4), before it is decided.
 *
 * <p>The method becomes GET after 303, and after 301 and 302 of a POST (Fetch standard,
 * HTTP-redirect fetch); the body and the header fields that describe it then stay behind. Fields
 * that carry credentials stay behind when the origin changes, and so does {@code Host}.
 */
public final class Redirect {
  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "cookie", "cookie2", "host", "proxy-authorization");
  private static final Set<String> OF_BODY =
      Set.of(
          "content-encoding",
          "content-language",
          "content-length",
          "content-location",
          "content-type",
          "transfer-encoding");

  private final Admission from;
  private final Target target;
  private final String method;
  private final boolean sameOrigin;
  private final boolean keepsBody;

  Redirect(Admission from, Target target, String method, boolean sameOrigin, boolean keepsBody) {
    this.from = from;
    this.target = target;
    this.method = method;
    this.sameOrigin = sameOrigin;
    this.keepsBody = keepsBody;
  }

  Admission from() {
    return from;
  }

  /** The request that follows, by the same caller. */
  EgressRequest request(Headers headers, @Nullable BodyFacts body) {
    EgressRequest.Builder facts =
        EgressRequest.to(target)
            .subject(from.request().subject())
            .labels(from.request().labels())
            .method(method)
            .headers(headers);
    return body == null ? facts.build() : facts.body(body).build();
  }

  /**
   * Where the redirect leads.
   *
   * @return the canonical target
   */
  public Target target() {
    return target;
  }

  /**
   * The method of the request that follows.
   *
   * @return the method
   */
  public String method() {
    return method;
  }

  /**
   * Whether the request that follows has the body of the one before.
   *
   * @return false when the method has changed
   */
  public boolean keepsBody() {
    return keepsBody;
  }

  /**
   * Whether the request that follows has a header field of the one before.
   *
   * @param name the field's name, in any letter case
   * @return false for credentials across origins, and for what describes a body that stays behind
   */
  public boolean keepsHeader(String name) {
    String field = name.toLowerCase(Locale.ROOT);
    return (sameOrigin || !CREDENTIALS.contains(field)) && (keepsBody || !OF_BODY.contains(field));
  }

  /** The method and the target, without path and query. */
  @Override
  public String toString() {
    return method + " " + target;
  }
}
