package io.egressrules.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.egressrules.EgressDenial;
import io.egressrules.ReasonCode;
import io.egressrules.engine.client.GuardedCalls.Call;
import io.egressrules.engine.client.GuardedCalls.Settings;
import io.egressrules.policy.Requirement;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/** Contract: vetted addresses change nothing about whom TLS talks to. */
interface TlsContract {
  Rig rig();

  private GuardedCalls secure() throws IOException {
    rig().secure(TestCertificate.ofPartner());
    return rig().client(guard -> guard, new Settings(TestCertificate.ofPartner(), null));
  }

  private Call get(String host) {
    return Call.get("https://" + host + ":" + rig().street().port() + "/");
  }

  @Test
  default void tls_names_and_verifies_the_host_at_a_vetted_address() throws IOException {
    rig().allow(Rig.friends().require(Requirement.TLS));
    GuardedCalls client = secure();

    assertThat(client.call(get("partner.test")).text()).isEqualTo("hello");
    assertThat(rig().street().partner().last().serverName()).isEqualTo("partner.test");
  }

  @Test
  default void certificate_of_another_name_is_refused() throws IOException {
    GuardedCalls client = secure();

    Throwable thrown = catchThrowable(() -> client.call(get("other.test")));

    assertThat(EgressDenial.find(thrown)).isEmpty();
    assertThat(thrown)
        .satisfiesAnyOf(
            any -> assertThat(any).isInstanceOf(SSLException.class),
            any -> assertThat(any).hasCauseInstanceOf(SSLException.class));
    assertThat(rig().street().other().received()).isEmpty();
  }

  @Test
  default void redirect_from_tls_to_the_clear_is_not_followed() throws IOException {
    GuardedCalls client = secure();
    rig().street().partner().redirect("/", 302, rig().url("other.test", "/"));

    assertThat(rig().denied(client, get("partner.test"))).isEqualTo(ReasonCode.REDIRECT_FORBIDDEN);
  }

  @Test
  default void call_in_the_clear_is_denied_where_tls_is_required() throws IOException {
    rig().allow(Rig.friends().require(Requirement.TLS));

    assertThat(rig().deniedGet(rig().client(), "partner.test", "/"))
        .isEqualTo(ReasonCode.CLEARTEXT_FORBIDDEN);
    assertThat(rig().street().partner().received()).isEmpty();
  }
}
