package io.egressrules.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.egressrules.ReasonCode;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.client.GuardedCalls.Settings;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.AddressOptions;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import io.egressrules.spi.AddressResolver;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contract: what may be dialled, and what connections that exist may carry. */
interface AddressContract {
  Rig rig();

  @Test
  default void name_that_leads_to_a_denied_address_is_not_dialled() throws IOException {
    rig().names.put("rebind.test", Street.INTERNAL);

    assertThat(rig().deniedGet(rig().client(), "rebind.test", "/"))
        .isEqualTo(ReasonCode.ADDRESS_GUARDED);
    rig().assertNoTrespass();
  }

  @Test
  default void second_answer_for_one_call_is_never_dialled() throws IOException {
    rig().names.put("rebind.test", Street.PARTNER).put("rebind.test", Street.METADATA);

    assertThat(rig().get(rig().client(), "rebind.test", "/").status()).isEqualTo(200);
    assertThat(rig().names.lookups()).isOne();
    rig().assertNoTrespass();
  }

  @Test
  default void second_answer_for_the_next_call_is_decided() throws IOException {
    rig().names.put("rebind.test", Street.PARTNER).put("rebind.test", Street.METADATA);
    rig().street().partner().on("/", 200, "bye", "Connection", "close");
    GuardedCalls client = rig().client();
    rig().get(client, "rebind.test", "/");

    assertThat(rig().deniedGet(client, "rebind.test", "/")).isEqualTo(ReasonCode.ADDRESS_GUARDED);
    rig().assertNoTrespass();
  }

  @Test
  default void mixed_answer_is_denied_whole() throws IOException {
    rig().names.put("rebind.test", Street.PARTNER, Street.INTERNAL);

    assertThat(rig().deniedGet(rig().client(), "rebind.test", "/"))
        .isEqualTo(ReasonCode.ADDRESS_MIXED);
    rig().assertNoTrespass();
  }

  @Test
  default void filtered_answer_leaves_only_what_is_allowed() throws IOException {
    AddressOptions filtering = new AddressOptions(MixedAnswers.FILTER, List.of(), false);
    Policy policy = Policy.builder("street").rule(Rig.friends()).addresses(filtering).build();
    rig().policy.set(EgressRules.compile(policy));
    rig().names.put("rebind.test", "10.255.255.1", Street.PARTNER, "192.168.255.1");

    assertThat(rig().get(rig().client(), "rebind.test", "/").status()).isEqualTo(200);
    rig().assertNoTrespass();
  }

  @Test
  default void unknown_name_is_denied_as_a_failure() throws IOException {
    rig().policy.set(Rig.filter(Rule.allow("nowhere").hosts("nowhere.test")));

    assertThat(rig().deniedGet(rig().client(), "nowhere.test", "/"))
        .isEqualTo(ReasonCode.DNS_FAILED);
  }

  @Test
  default void empty_answer_is_denied() throws IOException {
    rig().names.put("rebind.test");

    assertThat(rig().deniedGet(rig().client(), "rebind.test", "/")).isEqualTo(ReasonCode.DNS_EMPTY);
  }

  @Test
  default void resolver_that_times_out_overflows_or_says_too_much_denies() throws IOException {
    List<IpAddress> flood =
        IntStream.range(0, 10_000).mapToObj(i -> IpAddress.parse(Street.PARTNER)).toList();

    for (AddressResolver bad :
        List.<AddressResolver>of(
            name -> flood,
            name -> {
              throw new SocketTimeoutException();
            },
            name -> {
              throw new StackOverflowError();
            })) {
      GuardedCalls client = rig().client(guard -> guard.resolver(bad), Settings.PLAIN);
      assertThat(rig().deniedGet(client, "partner.test", "/")).isEqualTo(ReasonCode.DNS_FAILED);
    }
    assertThat(rig().street().partner().received()).isEmpty();
  }

  @Test
  default void allowed_address_may_be_called_by_itself() throws IOException {
    rig().allow(Rule.allow("address").cidrs(Street.PARTNER + "/32").grant(Street.PARTNER + "/32"));

    assertThat(rig().get(rig().client(), Street.PARTNER, "/").status()).isEqualTo(200);
  }

  @Test
  default void pooled_connection_serves_the_next_allowed_call() throws IOException {
    GuardedCalls client = rig().client();
    rig().get(client, "partner.test", "/");
    rig().get(client, "partner.test", "/");

    assertThat(rig().street().partner().received())
        .extracting(LoopbackServer.Received::clientPort)
        .as("both calls on one connection")
        .hasSize(2)
        .containsOnly(rig().street().partner().last().clientPort());
  }

  @Test
  default void pooled_connection_to_an_address_denied_since_carries_nothing() throws IOException {
    GuardedCalls client = rig().client();
    rig().get(client, "partner.test", "/");

    rig().allow(Rule.allow("moved").hosts("partner.test").grant(Street.OTHER + "/32"));

    assertThat(rig().deniedGet(client, "partner.test", "/")).isEqualTo(ReasonCode.ADDRESS_GUARDED);
    assertThat(rig().street().partner().received()).hasSize(1);
  }

  @Test
  default void new_answer_does_not_excuse_the_address_that_a_pooled_connection_leads_to()
      throws IOException {
    rig().names.put("rebind.test", Street.PARTNER).put("rebind.test", Street.OTHER);
    GuardedCalls client = rig().client();
    rig().get(client, "rebind.test", "/");

    rig().allow(Rule.allow("moved").hosts("rebind.test").grant(Street.OTHER + "/32"));
    catchThrowable(() -> rig().get(client, "rebind.test", "/"));

    assertThat(rig().street().partner().received()).as("only what was allowed").hasSize(1);
  }

  @Test
  default void pooled_connection_of_one_host_is_not_lent_to_a_denied_one() throws IOException {
    GuardedCalls client = rig().client();
    rig().names.put("tenant.test", Street.PARTNER);
    rig().get(client, "partner.test", "/");

    assertThat(rig().deniedGet(client, "tenant.test", "/")).isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(rig().street().partner().received()).hasSize(1);
  }
}
