package io.egressrules.engine.client.okhttp;

import io.egressrules.engine.enforce.Redirect;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Decides every request of a call before anything is done for it, and follows redirects itself. */
final class CallInterceptor implements Interceptor {
  private final GuardedClient client;
  private final boolean followsRedirects;

  CallInterceptor(GuardedClient client, boolean followsRedirects) {
    this.client = client;
    this.followsRedirects = followsRedirects;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Hop hop = client.admit(chain.request());
    while (true) {
      Response answer = hop.send(chain);
      Hop next = followsRedirects && !hop.upgrades() ? next(chain, hop, answer) : null;
      if (next == null) {
        return answer;
      }
      hop = next;
    }
  }

  /** The hop that an answer redirects to; the answer is closed unless it is the final one. */
  private @Nullable Hop next(Chain chain, Hop hop, Response answer) throws IOException {
    try {
      Optional<Redirect> redirect =
          hop.enforcement().redirect(hop.admission(), answer.code(), answer.headers("Location"));
      if (redirect.isEmpty() || !canFollow(chain, hop, redirect.get())) {
        return null;
      }
      Hop next = client.follow(redirect.get(), request(hop.request(), redirect.get()));
      answer.close();
      return next;
    } catch (Throwable denied) {
      answer.close();
      throw denied;
    }
  }

  /** As OkHttp does, an answer is final if the client forbids the way or the body is used up. */
  private static boolean canFollow(Chain chain, Hop hop, Redirect redirect) {
    boolean sameScheme = redirect.target().scheme() == hop.admission().target().scheme();
    RequestBody body = hop.request().body();
    return (sameScheme || chain.getFollowSslRedirects())
        && (body == null || !redirect.keepsBody() || !body.isOneShot());
  }

  private static Request request(Request before, Redirect redirect) {
    Request.Builder next = before.newBuilder();
    for (String field : before.headers().names()) {
      if (!redirect.keepsHeader(field)) {
        next.removeHeader(field);
      }
    }
    return next.method(redirect.method(), redirect.keepsBody() ? before.body() : null).build();
  }
}
