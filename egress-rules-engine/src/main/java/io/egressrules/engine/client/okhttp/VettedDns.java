package io.egressrules.engine.client.okhttp;

import io.egressrules.EgressDeniedException;
import io.egressrules.EgressDeniedHostException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the host of one request, and no other, to its vetted addresses.
 *
 * <p>Equal for all requests of a guarded client: OkHttp pools connections by it.
 */
final class VettedDns implements Dns {
  private final GuardedClient client;
  private final Dialler dialler;

  VettedDns(GuardedClient client, Dialler dialler) {
    this.client = client;
    this.dialler = dialler;
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    try {
      return dialler.lookup(hostname);
    } catch (EgressDeniedException denied) {
      throw new EgressDeniedHostException(denied.decision(), String.valueOf(denied.getMessage()));
    } catch (IOException ended) {
      throw new UnknownHostException(ended.getMessage());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VettedDns that && client.equals(that.client);
  }

  @Override
  public int hashCode() {
    return client.hashCode();
  }
}
