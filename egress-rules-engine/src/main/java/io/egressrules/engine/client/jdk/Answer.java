package io.egressrules.engine.client.jdk;

import io.egressrules.EgressDeniedException;
import io.egressrules.engine.enforce.Admission;
import io.egressrules.engine.enforce.Enforcement;
import io.egressrules.engine.enforce.Redirect;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of an answer: one that redirects, or is the connector's own, has its body dropped;
 * any other is the caller's.
 *
 * @param <T> what the caller's handler makes of a body
 */
final class Answer<T> implements BodyHandler<T> {
  private final Exchange exchange;
  private final Admission admission;
  private final @Nullable Enforcement follower;
  private final BodyHandler<T> handler;
  private final Runnable bodyEnded;
  private volatile Optional<Redirect> redirect = Optional.empty();
  private volatile @Nullable EgressDeniedException denial;

  /**
   * @param follower follows redirects; null when they are the caller's to follow
   * @param bodyEnded called when the body of the caller's answer has ended in one way or another
   */
  Answer(
      Exchange exchange,
      Admission admission,
      @Nullable Enforcement follower,
      BodyHandler<T> handler,
      Runnable bodyEnded) {
    this.exchange = exchange;
    this.admission = admission;
    this.follower = follower;
    this.handler = handler;
    this.bodyEnded = bodyEnded;
  }

  @Override
  public BodySubscriber<T> apply(ResponseInfo head) {
    if (exchange.isUnconnected()) {
      return new DroppedBody<>();
    }
    try {
      redirect =
          follower == null
              ? Optional.empty()
              : follower.redirect(
                  admission, head.statusCode(), head.headers().allValues("location"));
    } catch (EgressDeniedException denied) {
      denial = denied;
    }
    return redirect.isPresent() || denial != null
        ? new DroppedBody<>()
        : new WatchedBody<>(handler.apply(head), bodyEnded);
  }

  /** Where the answer redirects to; empty when it is the caller's. */
  Optional<Redirect> redirect() throws EgressDeniedException {
    EgressDeniedException denied = denial;
    if (denied != null) {
      throw denied;
    }
    return redirect;
  }
}
