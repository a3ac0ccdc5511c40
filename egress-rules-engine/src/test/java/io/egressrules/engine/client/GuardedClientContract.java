package io.egressrules.engine.client;

import io.egressrules.engine.client.GuardedCalls.Settings;
import io.egressrules.engine.enforce.EgressGuard;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every guarded client does alike, over real sockets. A client's test extends this and says
 * how the client is made.
 */
public abstract class GuardedClientContract
    implements RequestContract,
        AddressContract,
        RedirectContract,
        ProxyContract,
        BodyContract,
        TlsContract {
  private Rig rig;

  /**
   * A client of the kind under test.
   *
   * @param guard guards it
   * @param settings what it is configured with beside the guard
   */
  protected abstract GuardedCalls client(EgressGuard guard, Settings settings) throws IOException;

  @Override
  public Rig rig() {
    return rig;
  }

  @BeforeEach
  void build() throws IOException {
    rig = new Rig(this::client);
  }

  @AfterEach
  void tearDown() {
    rig.close();
  }
}
