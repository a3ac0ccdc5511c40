package io.egressrules.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.egressrules.Decision;
import io.egressrules.EgressDenial;
import io.egressrules.Phase;
import io.egressrules.ReasonCode;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.client.GuardedCalls.Call;
import io.egressrules.engine.client.GuardedCalls.Settings;
import io.egressrules.policy.Policy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract: what is decided before anything is done for a call. */
interface RequestContract {
  Rig rig();

  @Test
  default void allowed_call_arrives() throws IOException {
    assertThat(rig().get(rig().client(), "partner.test", "/").text()).isEqualTo("hello");
  }

  @Test
  default void denied_host_is_neither_resolved_nor_connected_to() throws IOException {
    assertThat(rig().deniedGet(rig().client(), "denied.test", "/"))
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(rig().names.lookups()).isZero();
    rig().assertNoTrespass();
  }

  @Test
  default void denied_method_does_not_arrive() throws IOException {
    rig().allow(Rig.friends().methods("GET"));

    assertThat(
            rig()
                .denied(
                    rig().client(),
                    new Call("DELETE", rig().url("partner.test", "/"), Map.of(), null)))
        .isEqualTo(ReasonCode.METHOD_FORBIDDEN);
    assertThat(rig().street().partner().received()).isEmpty();
  }

  @Test
  default void denial_names_the_host_but_no_path_query_or_header() throws IOException {
    Throwable thrown =
        catchThrowable(
            () ->
                rig()
                    .client()
                    .call(
                        Call.get(rig().url("denied.test", "/canary-path?canary-query"))
                            .with("X-Key", "canary-header")));

    StringBuilder said = new StringBuilder();
    for (Throwable next = thrown; next != null; next = next.getCause()) {
      said.append(next).append(List.of(next.getSuppressed()));
    }
    assertThat(said).contains("denied.test").doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.4", "[::ffff:127.0.0.4]", "[::ffff:7f00:4]", "127.4", "2130706436", "0177.0.0.4",
        "0x7f.0.0.4", "0x7f000004", "127.0.0.4.", "127.0.04", "[::1]", "localhost",
        "127.0.0.4%2f", "①②⑦.⓪.⓪.④", "127。0。0。4", "%31%32%37.0.0.4"
      })
  default void no_spelling_of_an_address_reaches_it(String host) throws IOException {
    Throwable thrown = catchThrowable(() -> rig().get(rig().client(), host, "/"));

    assertThat(thrown)
        .as("a denial, or the refusal of the client's own parser")
        .satisfiesAnyOf(
            any -> assertThat(EgressDenial.find(any)).isPresent(),
            any -> assertThat(any).isInstanceOf(IllegalArgumentException.class));
    rig().assertNoTrespass();
  }

  @Test
  default void host_field_that_names_another_host_does_not_arrive() throws IOException {
    Call call = Call.get(rig().url("partner.test", "/")).with("Host", "denied.test");
    Throwable thrown = catchThrowable(() -> rig().client().call(call));

    assertThat(thrown)
        .satisfiesAnyOf(
            any ->
                assertThat(EgressDenial.find(any).orElseThrow().decision().reason().code())
                    .isEqualTo(ReasonCode.HOST_VIEW_DIFFERS),
            any -> assertThat(any).isInstanceOf(IllegalArgumentException.class));
    assertThat(rig().street().partner().received()).isEmpty();
  }

  @Test
  default void listener_is_told_of_request_and_connect_once_each() throws IOException {
    List<Decision> told = new ArrayList<>();
    GuardedCalls client =
        rig()
            .client(
                guard -> guard.listener((request, decision) -> told.add(decision)), Settings.PLAIN);

    rig().get(client, "partner.test", "/");

    assertThat(told).extracting(Decision::phase).containsExactly(Phase.REQUEST, Phase.CONNECT);
  }

  @Test
  default void listener_that_throws_changes_nothing() throws IOException {
    GuardedCalls client =
        rig()
            .client(
                guard ->
                    guard.listener(
                        (request, decision) -> {
                          throw new StackOverflowError();
                        }),
                Settings.PLAIN);

    assertThat(rig().get(client, "partner.test", "/").status()).isEqualTo(200);
    assertThat(rig().deniedGet(client, "denied.test", "/")).isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  default void swapped_policy_holds_for_the_next_call() throws IOException {
    GuardedCalls client = rig().client();
    rig().get(client, "partner.test", "/");

    rig().policy.set(EgressRules.compile(Policy.builder("empty").build()));

    assertThat(rig().deniedGet(client, "partner.test", "/")).isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(rig().street().partner().received()).hasSize(1);
  }
}
