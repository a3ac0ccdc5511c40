package io.egressrules.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.egressrules.Decision;
import io.egressrules.EgressDenial;
import io.egressrules.ReasonCode;
import io.egressrules.engine.client.GuardedCalls.Settings;
import io.egressrules.engine.enforce.AddressesUnchecked;
import io.egressrules.engine.enforce.DeclaredProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract: no proxy that the guard was not told of, and no way around one that it was told of. */
interface ProxyContract {
  Rig rig();

  /** A selector as the environment might provide: a proxy first, a direct connection next. */
  private Settings throughOther() {
    InetSocketAddress proxy =
        InetSocketAddress.createUnresolved(Street.OTHER, rig().street().port());
    return new Settings(
        null,
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            return List.of(new Proxy(Proxy.Type.HTTP, proxy), Proxy.NO_PROXY);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
  }

  @Test
  default void proxy_that_nobody_declared_is_refused() throws IOException {
    GuardedCalls client = rig().client(guard -> guard, throughOther());

    assertThat(rig().deniedGet(client, "partner.test", "/")).isEqualTo(ReasonCode.PROXY_FORBIDDEN);
    assertThat(rig().street().other().received()).isEmpty();
    assertThat(rig().street().partner().received()).isEmpty();
  }

  @Test
  default void declared_proxy_is_used_and_unchecked_addresses_are_recorded() throws IOException {
    List<Decision> told = new ArrayList<>();
    DeclaredProxy proxy = DeclaredProxy.of(Street.OTHER, rig().street().port());
    GuardedCalls client =
        rig()
            .client(
                guard -> guard.proxy(proxy).listener((request, decision) -> told.add(decision)),
                throughOther());
    rig().street().other().on("/", 200, "by proxy");

    assertThat(rig().get(client, "partner.test", "/").text()).isEqualTo("by proxy");
    assertThat(rig().names.lookups()).as("the proxy resolves").isZero();
    assertThat(told).flatExtracting(Decision::advice).contains(new AddressesUnchecked(proxy));
  }

  @Test
  default void declared_proxy_does_not_carry_a_denied_call() throws IOException {
    DeclaredProxy proxy = DeclaredProxy.of(Street.OTHER, rig().street().port());
    GuardedCalls client = rig().client(guard -> guard.proxy(proxy), throughOther());

    assertThat(rig().deniedGet(client, "denied.test", "/")).isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(rig().deniedGet(client, Street.INTERNAL, "/")).isEqualTo(ReasonCode.ADDRESS_GUARDED);
    assertThat(rig().street().other().received()).isEmpty();
  }

  @Test
  default void proxy_that_fails_is_not_gone_around() throws IOException {
    DeclaredProxy proxy = DeclaredProxy.of(Street.OTHER, rig().street().port());
    GuardedCalls client = rig().client(guard -> guard.proxy(proxy), throughOther());
    rig().street().other().close();

    Throwable thrown = catchThrowable(() -> rig().get(client, "partner.test", "/"));

    assertThat(thrown).isInstanceOf(IOException.class);
    assertThat(EgressDenial.find(thrown)).isEmpty();
    assertThat(rig().street().partner().received()).isEmpty();
  }
}
