package io.egressrules.engine.client.jdk;

import io.egressrules.EgressDeniedException;
import io.egressrules.engine.enforce.Admission;
import io.egressrules.engine.enforce.Enforcement;
import io.egressrules.engine.enforce.Vetted;
import io.egressrules.net.Scheme;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of one client go out with.
 *
 * @param enforcement the sequence they walk
 * @param pools the JDK clients that do the work
 * @param proxies the proxies that the client was configured with; null for none
 * @param executor runs what may block in asynchronous calls
 * @param follows whether redirects are followed
 */
record Sender(
    Enforcement enforcement,
    Pools pools,
    @Nullable ProxySelector proxies,
    Executor executor,
    boolean follows) {

  /** The addresses that a request may go to. May block. */
  Vetted vet(Enforcement sequence, Admission admission, URI uri) throws EgressDeniedException {
    return sequence.connect(
        proxies == null ? admission : sequence.via(admission, () -> proxies.select(uri)));
  }

  /** Lets a request out; a plain one has a connection of its own. */
  Exchange depart(Vetted vetted) {
    return vetted.admission().target().scheme() == Scheme.HTTP
        ? pools.single(vetted, Ticket.Keeper.NONE)
        : pools.shared(enforcement, vetted);
  }

  /** Does on the executor what may block. */
  <V> CompletableFuture<V> async(Callable<V> work) {
    CompletableFuture<V> result = new CompletableFuture<>();
    try {
      executor.execute(() -> complete(result, work));
    } catch (RejectedExecutionException full) {
      result.completeExceptionally(new IOException("the executor takes no more calls", full));
    }
    return result;
  }

  private static <V> void complete(CompletableFuture<V> result, Callable<V> work) {
    try {
      result.complete(work.call());
    } catch (Throwable failure) {
      result.completeExceptionally(failure);
    }
  }
}
