package io.egressrules.engine.client.okhttp;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.egressrules.EgressFilter;
import io.egressrules.engine.client.Rig;
import io.egressrules.engine.enforce.EgressGuard;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class OkHttpInstallTest {
  private final EgressFilter filter = Rig.filter(Rig.friends());
  private final EgressGuard guard = EgressGuard.builder(filter).build();

  @Test
  void client_is_guarded_once() {
    OkHttpClient guarded = OkHttpGuard.guard(new OkHttpClient(), guard);

    assertThatIllegalStateException()
        .isThrownBy(() -> OkHttpGuard.guard(guarded, guard))
        .withMessageContaining("guarded already");
  }

  @Test
  void client_with_its_own_dns_is_refused() {
    OkHttpClient.Builder own =
        new OkHttpClient.Builder().dns(name -> List.of(InetAddress.getLoopbackAddress()));

    assertThatIllegalStateException()
        .isThrownBy(() -> OkHttpGuard.install(own, guard))
        .withMessageContaining("`resolver`");
  }

  @Test
  void client_with_its_own_sockets_is_refused() {
    OkHttpClient.Builder own = new OkHttpClient.Builder().socketFactory(new OwnSockets());

    assertThatIllegalStateException()
        .isThrownBy(() -> OkHttpGuard.install(own, guard))
        .withMessageContaining("socket factory");
  }

  private static final class OwnSockets extends SocketFactory {
    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
