package io.egressrules.engine.client.jdk;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * A caller's body subscriber that tells when it has got all it will get.
 *
 * @param subscriber the caller's
 * @param ended called when the body is complete, has failed or was cancelled; maybe more than once
 * @param <T> what the caller makes of a body
 */
record WatchedBody<T>(BodySubscriber<T> subscriber, Runnable ended) implements BodySubscriber<T> {
  @Override
  public CompletionStage<T> getBody() {
    return subscriber.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long n) {
            subscription.request(n);
          }

          @Override
          public void cancel() {
            ended.run();
            subscription.cancel();
          }
        });
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    subscriber.onNext(parts);
  }

  @Override
  public void onError(Throwable thrown) {
    ended.run();
    subscriber.onError(thrown);
  }

  @Override
  public void onComplete() {
    ended.run();
    subscriber.onComplete();
  }
}
