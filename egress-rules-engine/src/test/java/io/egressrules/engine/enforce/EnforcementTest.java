package io.egressrules.engine.enforce;

import static io.egressrules.engine.enforce.Denials.assertDenied;
import static io.egressrules.engine.enforce.Sequence.allowingOne;
import static io.egressrules.engine.enforce.Sequence.answering;
import static io.egressrules.engine.enforce.Sequence.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.egressrules.Capability;
import io.egressrules.Decision;
import io.egressrules.EgressDeniedException;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Headers;
import io.egressrules.Obligation;
import io.egressrules.Phase;
import io.egressrules.ReasonCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnforcementTest {

  @Test
  void sequence_gives_the_canonical_url_and_the_vetted_addresses() throws IOException {
    Enforcement enforcement = new Sequence(allowingOne()).installed();

    Admission admission = enforcement.request(get("HTTP://A.test.:80/x/../y"), Caller.UNSTATED);
    Vetted vetted = enforcement.connect(admission);

    assertThat(admission.url()).isEqualTo("http://a.test/y");
    assertThat(vetted.toInetAddresses())
        .containsExactly(InetAddress.getByAddress("a.test", new byte[] {(byte) 192, 0, 2, 1}));
    assertThat(vetted.port()).isEqualTo(80);
  }

  @Test
  void address_that_was_not_vetted_is_not_dialled() throws IOException {
    Enforcement enforcement = new Sequence(allowingOne()).installed();
    Vetted vetted =
        enforcement.connect(enforcement.request(get("http://a.test/"), Caller.UNSTATED));

    assertThatCode(() -> enforcement.dial(vetted, remote("192.0.2.1", 80)))
        .doesNotThrowAnyException();
    assertThatCode(() -> enforcement.dial(vetted, remote("::ffff:192.0.2.1", 80)))
        .doesNotThrowAnyException();
    assertDenied(
        ReasonCode.ADDRESS_NOT_VETTED, () -> enforcement.dial(vetted, remote("192.0.2.2", 80)));
    assertDenied(
        ReasonCode.ADDRESS_NOT_VETTED, () -> enforcement.dial(vetted, remote("192.0.2.1", 81)));
    assertDenied(
        ReasonCode.ADDRESS_NOT_VETTED,
        () -> enforcement.dial(vetted, InetSocketAddress.createUnresolved("a.test", 80)));
  }

  private static InetSocketAddress remote(String address, int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(address), port);
  }

  @Test
  void connection_that_exists_is_decided_by_the_address_it_leads_to() throws IOException {
    Enforcement enforcement = new Sequence(allowingOne()).installed();
    Admission admission = enforcement.request(get("http://a.test/"), Caller.UNSTATED);

    assertThat(enforcement.reuse(admission, InetAddress.getByName("192.0.2.1")).addresses())
        .hasSize(1);
    assertDenied(
        ReasonCode.ADDRESS_GUARDED,
        () -> enforcement.reuse(admission, InetAddress.getByName("192.0.2.2")));
  }

  @Test
  void connection_to_another_address_does_not_serve_a_literal() throws IOException {
    FakeFilter filter = new FakeFilter().allow("192.0.2.1").at("192.0.2.1", "192.0.2.2");
    Enforcement enforcement = new Sequence(filter).installed();
    Admission admission = enforcement.request(get("http://192.0.2.1/"), Caller.UNSTATED);

    assertDenied(
        ReasonCode.ADDRESS_NOT_VETTED,
        () -> enforcement.reuse(admission, InetAddress.getByName("192.0.2.2")));
  }

  @Test
  void obligation_that_nobody_knows_denies_unless_the_adapter_discharges_it() throws IOException {
    record Pay() implements Obligation.Further {}
    FakeFilter filter = new FakeFilter().allow("a.test", new Pay()).at("192.0.2.1");
    Sequence sequence = new Sequence(filter);
    ClientAbilities paying =
        new ClientAbilities(
            "test", Set.of(Capability.REQUEST, Capability.ADDRESSES), Set.of(Pay.class));

    assertDenied(ReasonCode.OBLIGATION_UNMET, () -> sequence.admitted("http://a.test/"));
    assertThatCode(
            () ->
                sequence
                    .guard
                    .build()
                    .install(paying)
                    .request(get("http://a.test/"), Caller.UNSTATED))
        .doesNotThrowAnyException();
  }

  @Test
  void client_that_cannot_vet_addresses_calls_no_name_whatever_the_filter_says() {
    ClientAbilities blind = ClientAbilities.of("test", Set.of(Capability.REQUEST));

    for (EgressFilter filter : List.of(allowingOne(), new AllowingFilter())) {
      Enforcement enforcement = new Sequence(filter).guard.build().install(blind);
      assertDenied(
          ReasonCode.OBLIGATION_UNMET,
          () -> enforcement.request(get("http://a.test/"), Caller.UNSTATED));
    }
  }

  @Test
  void call_that_cannot_be_inspected_is_denied_where_others_are_inspected() throws IOException {
    FakeFilter filter =
        new FakeFilter()
            .allow("a.test", new Obligation.Inspect(Set.of(FindText.PROFILE)))
            .at("192.0.2.1");
    Sequence sequence = new Sequence(filter);
    sequence.guard.inspectors(FindText.denying("x"));
    Enforcement enforcement = sequence.installed();

    enforcement.request(get("http://a.test/"), Caller.UNSTATED);
    assertDenied(
        ReasonCode.OBLIGATION_UNMET,
        () -> enforcement.lacking(Capability.BODY).request(get("http://a.test/"), Caller.UNSTATED));
  }

  @Test
  void secret_in_the_path_denies_before_the_name_is_resolved() {
    FakeFilter filter =
        new FakeFilter()
            .allow("a.test", new Obligation.Inspect(Set.of(FindText.PROFILE)))
            .at("192.0.2.1");
    Sequence sequence = new Sequence(filter);
    sequence.guard.inspectors(FindText.denying("SECRET"));

    assertDenied(ReasonCode.DLP_MATCH, () -> sequence.admitted("http://a.test/SECRET"));
  }

  @Test
  void host_field_must_name_the_target() throws IOException {
    Enforcement enforcement = new Sequence(allowingOne()).installed();
    Headers right = Headers.builder().add("Host", "a.test").build();
    Headers wrong = Headers.builder().add("Host", "b.test").build();

    enforcement.request(get("http://a.test/").headers(right), Caller.UNSTATED);
    assertDenied(
        ReasonCode.HOST_VIEW_DIFFERS,
        () -> enforcement.request(get("http://a.test/").headers(wrong), Caller.UNSTATED));
  }

  @Test
  void field_that_http_forbids_denies_before_anything_else() {
    Headers headers = Headers.builder().add("X-A", "b\r\nHost: c").build();

    assertDenied(
        ReasonCode.HEADER_MALFORMED,
        () ->
            new Sequence(new FakeFilter())
                .installed()
                .request(get("http://a.test/").headers(headers), Caller.UNSTATED));
  }

  @Test
  void target_that_the_gate_refuses_is_denied_with_the_gates_rule() {
    EgressDeniedException denied =
        assertDenied(
            ReasonCode.TARGET_MALFORMED,
            () -> new Sequence(allowingOne()).admitted("http://a.test\\@b.test/"));

    assertThat(denied.decision().reason().gateRule()).isNotNull();
  }

  @Test
  void filter_that_allows_what_has_no_target_is_overruled() {
    Sequence sequence = new Sequence(new AllowingFilter());

    assertDenied(ReasonCode.TARGET_MALFORMED, () -> sequence.admitted("nonsense"));
  }

  @Test
  void filter_that_allows_an_empty_answer_is_overruled() throws IOException {
    Sequence sequence = new Sequence(new AllowingFilter());
    sequence.guard.resolver(answering());
    Admission admission = sequence.admitted("http://a.test/");

    assertDenied(ReasonCode.DNS_EMPTY, () -> sequence.installed().connect(admission));
  }

  @Test
  void filter_that_obliges_to_tls_in_the_clear_is_overruled() {
    FakeFilter filter =
        new FakeFilter().allow("a.test", Obligation.RequireTls.INSTANCE).at("192.0.2.1");

    assertDenied(
        ReasonCode.CLEARTEXT_FORBIDDEN, () -> new Sequence(filter).admitted("http://a.test/"));
    assertThatCode(() -> new Sequence(filter).admitted("https://a.test/"))
        .doesNotThrowAnyException();
  }

  @Test
  void obligation_to_connect_to_some_leaves_only_those_in_their_order() throws IOException {
    FakeFilter filter = new FakeFilter().allow("a.test").at("192.0.2.1", "192.0.2.3").filterMixed();
    Sequence sequence = new Sequence(filter);
    sequence.guard.resolver(answering("192.0.2.3", "192.0.2.2", "192.0.2.1"));

    assertThat(sequence.installed().connect(sequence.admitted("http://a.test/")).addresses())
        .extracting(Object::toString)
        .containsExactly("192.0.2.3", "192.0.2.1");
  }

  @Test
  void caller_of_the_call_goes_before_that_of_the_guard_which_completes_it() throws IOException {
    Sequence sequence = new Sequence(allowingOne());
    sequence.guard.caller(new Caller("service", Map.of("tier", "gold", "zone", "eu")));
    Enforcement enforcement = sequence.installed();

    EgressRequest own = enforcement.request(get("http://a.test/"), Caller.UNSTATED).request();
    EgressRequest tenant =
        enforcement
            .request(get("http://a.test/"), new Caller("tenant", Map.of("tier", "silver")))
            .request();

    assertThat(own.subject()).isEqualTo("service");
    assertThat(tenant.subject()).isEqualTo("tenant");
    assertThat(tenant.labels()).isEqualTo(Map.of("tier", "silver", "zone", "eu"));
  }

  @Test
  void policy_is_asked_for_once_for_every_request_and_holds_for_all_its_steps() throws IOException {
    List<FakeFilter> policies = List.of(allowingOne().id("first"), new FakeFilter().id("second"));
    int[] asked = {0};
    EgressGuard guard =
        EgressGuard.builder(() -> policies.get(Math.min(1, Math.max(0, asked[0]++ - 1))))
            .resolver(answering("192.0.2.1"))
            .build();
    Enforcement enforcement = guard.install(Sequence.ABLE);

    Admission admission = enforcement.request(get("http://a.test/"), Caller.UNSTATED);
    Vetted vetted = enforcement.connect(admission);

    assertThat(vetted.decision().policyId()).isEqualTo("first");
    assertDenied(
        ReasonCode.NO_RULE_MATCHED,
        () -> enforcement.request(get("http://a.test/"), Caller.UNSTATED));
  }

  @Test
  void policy_swapped_in_that_needs_more_than_the_client_can_do_denies() {
    FakeFilter[] policy = {allowingOne()};
    Enforcement enforcement =
        EgressGuard.builder(() -> policy[0])
            .build()
            .install(ClientAbilities.of("test", Set.of(Capability.REQUEST, Capability.ADDRESSES)));

    policy[0] = allowingOne().needs(Capability.BODY);

    assertDenied(
        ReasonCode.OBLIGATION_UNMET,
        () -> enforcement.request(get("http://a.test/"), Caller.UNSTATED));
  }

  @Test
  void every_decision_is_told_once_with_its_phase() throws IOException {
    Sequence sequence = new Sequence(allowingOne());
    Enforcement enforcement = sequence.installed();

    enforcement.connect(enforcement.request(get("http://a.test/"), Caller.UNSTATED));
    assertDenied(ReasonCode.NO_RULE_MATCHED, () -> sequence.admitted("http://b.test/"));

    assertThat(sequence.told)
        .extracting(Decision::phase)
        .containsExactly(Phase.REQUEST, Phase.CONNECT, Phase.REQUEST);
  }

  @Test
  void proxy_answers_for_no_call_that_only_its_addresses_could_allow() throws IOException {
    Sequence sequence = new Sequence(allowingOne().pending());
    sequence.guard.proxy(DeclaredProxy.of("proxy.test", 3128));
    List<Proxy> choice = List.of(DeclaredProxy.of("proxy.test", 3128).toProxy());

    Admission admission = sequence.admitted("http://a.test/");

    assertDenied(
        ReasonCode.OBLIGATION_UNMET, () -> sequence.installed().via(admission, () -> choice));
  }

  @Test
  void way_through_a_proxy_leads_to_the_proxy_alone() throws IOException {
    Sequence sequence = new Sequence(allowingOne());
    sequence.guard.proxy(DeclaredProxy.of("proxy.test", 3128));
    List<Proxy> choice = List.of(DeclaredProxy.of("PROXY.test", 3128).toProxy(), Proxy.NO_PROXY);
    Enforcement enforcement = sequence.installed();

    Vetted vetted =
        enforcement.connect(enforcement.via(sequence.admitted("http://a.test/"), () -> choice));

    assertThat(vetted.host()).isEqualTo("proxy.test");
    assertThat(vetted.port()).isEqualTo(3128);
    assertThat(vetted.decision().advice())
        .containsExactly(new AddressesUnchecked(DeclaredProxy.of("proxy.test", 3128)));
  }

  @Test
  void proxy_of_another_port_host_or_kind_is_not_the_declared_one() throws IOException {
    Sequence sequence = new Sequence(allowingOne());
    sequence.guard.proxy(DeclaredProxy.of("proxy.test", 3128));
    Admission admission = sequence.admitted("http://a.test/");

    for (Proxy other :
        List.of(
            DeclaredProxy.of("proxy.test", 3129).toProxy(),
            DeclaredProxy.of("proxy2.test", 3128).toProxy(),
            new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("proxy.test", 3128)))) {
      assertDenied(
          ReasonCode.PROXY_FORBIDDEN,
          () -> sequence.installed().via(admission, () -> List.of(other)));
    }
  }
}
