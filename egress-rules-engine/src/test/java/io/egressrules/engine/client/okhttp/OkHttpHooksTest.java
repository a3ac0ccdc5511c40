package io.egressrules.engine.client.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.egressrules.Decision;
import io.egressrules.EgressDenial;
import io.egressrules.EgressDeniedException;
import io.egressrules.ReasonCode;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.client.LoopbackServer;
import io.egressrules.engine.client.Rig;
import io.egressrules.engine.client.Street;
import io.egressrules.engine.enforce.Caller;
import io.egressrules.engine.enforce.EgressGuard;
import io.egressrules.engine.enforce.FindText;
import io.egressrules.net.Scheme;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is OkHttp's own: interceptors, cache, callbacks, retries, settings changed afterwards. */
class OkHttpHooksTest {
  private final List<Decision> told = new ArrayList<>();
  private Rig rig;

  @BeforeEach
  void build() throws IOException {
    rig =
        new Rig(
            (guard, settings) -> {
              throw new AssertionError("this test makes its own clients");
            });
  }

  @AfterEach
  void tearDown() {
    rig.close();
  }

  private OkHttpClient guarded(UnaryOperator<OkHttpClient.Builder> before) {
    return guarded(before, builder -> builder);
  }

  /** A guarded client with settings made before and after the guard was installed. */
  private OkHttpClient guarded(
      UnaryOperator<OkHttpClient.Builder> before, UnaryOperator<OkHttpClient.Builder> after) {
    EgressGuard guard =
        EgressGuard.builder(rig.policy::get)
            .resolver(rig.names)
            .listener((request, decision) -> told.add(decision))
            .build();
    OkHttpClient.Builder builder = before.apply(new OkHttpClient.Builder());
    return after.apply(OkHttpGuard.install(builder, guard)).build();
  }

  private OkHttpClient guarded() {
    return guarded(builder -> builder);
  }

  private static String get(OkHttpClient client, String url) throws IOException {
    return send(client, new Request.Builder().url(url).build());
  }

  private static String send(OkHttpClient client, Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      return response.code() + " " + response.body().string();
    }
  }

  private static ReasonCode denied(OkHttpClient client, Request request) {
    Throwable thrown = catchThrowable(() -> send(client, request));
    assertThat(thrown).isInstanceOf(EgressDeniedException.class);
    return ((EgressDeniedException) thrown).decision().reason().code();
  }

  private static ReasonCode denied(OkHttpClient client, String url) {
    return denied(client, new Request.Builder().url(url).build());
  }

  @Test
  void denial_on_resolving_surfaces_as_itself_and_is_decided_once() {
    rig.names.put("rebind.test", Street.INTERNAL);

    assertThat(denied(guarded(), rig.url("rebind.test", "/")))
        .isEqualTo(ReasonCode.ADDRESS_GUARDED);
    assertThat(told).filteredOn(decision -> !decision.isAllowed()).hasSize(1);
    assertThat(rig.names.lookups()).isOne();
  }

  @Test
  void denial_of_an_asynchronous_call_arrives_as_its_failure() {
    CompletableFuture<IOException> failure = new CompletableFuture<>();
    guarded()
        .newCall(new Request.Builder().url(rig.url("denied.test", "/")).build())
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException thrown) {
                failure.complete(thrown);
              }

              @Override
              public void onResponse(Call call, Response response) {
                failure.completeExceptionally(new AssertionError("answered"));
                response.close();
              }
            });

    assertThat(failure.join()).isInstanceOf(EgressDeniedException.class);
  }

  @Test
  void answer_from_the_cache_is_decided_as_well(@TempDir File folder) throws IOException {
    rig.street().partner().on("/", 200, "cached", "Cache-Control", "max-age=600");
    OkHttpClient client = guarded(builder -> builder.cache(new Cache(folder, 1 << 20)));
    String url = rig.url("partner.test", "/");
    get(client, url);
    assertThat(get(client, url)).isEqualTo("200 cached");
    assertThat(rig.street().partner().received()).as("one came from the cache").hasSize(1);

    rig.policy.set(EgressRules.compile(Policy.builder("empty").build()));

    assertThat(denied(client, url)).isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  void caller_may_be_a_tag_of_the_request() throws IOException {
    rig.allow(Rig.friends().subjects("tenant-7"));
    Request request = new Request.Builder().url(rig.url("partner.test", "/")).build();

    assertThat(denied(guarded(), request)).isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(
            send(guarded(), request.newBuilder().tag(Caller.class, Caller.of("tenant-7")).build()))
        .isEqualTo("200 hello");
  }

  @Test
  void interceptor_added_before_the_guard_sees_only_the_final_answer() throws IOException {
    rig.street().partner().redirect("/from", 302, "/to");
    List<String> seen = new ArrayList<>();
    OkHttpClient client =
        guarded(
            builder ->
                builder.addInterceptor(
                    chain -> {
                      Response answer = chain.proceed(chain.request());
                      seen.add(answer.code() + " " + answer.request().url().encodedPath());
                      return answer;
                    }));

    get(client, rig.url("partner.test", "/from"));

    assertThat(seen).containsExactly("200 /to");
  }

  @Test
  void interceptor_added_after_the_guard_cannot_lead_elsewhere() throws IOException {
    Interceptor elsewhere =
        chain ->
            chain.proceed(chain.request().newBuilder().url(rig.url(Street.INTERNAL, "/")).build());
    Interceptor renamed =
        chain ->
            chain.proceed(chain.request().newBuilder().url(rig.url("denied.test", "/")).build());

    for (Interceptor hostile : List.of(elsewhere, renamed)) {
      OkHttpClient client = guarded(before -> before, after -> after.addInterceptor(hostile));
      assertThat(denied(client, rig.url("partner.test", "/")))
          .isEqualTo(ReasonCode.ADDRESS_NOT_VETTED);
    }
    rig.assertNoTrespass();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void request_changed_after_it_was_admitted_is_decided_as_it_is_sent(boolean keepsTags)
      throws IOException {
    rig.allow(Rig.friends().paths("/open/**"));
    Interceptor changing =
        chain -> {
          Request asked = chain.request();
          Request.Builder changed = keepsTags ? asked.newBuilder() : new Request.Builder();
          String path = String.valueOf(asked.header("To"));
          return chain.proceed(
              changed.url(asked.url().newBuilder().encodedPath(path).build()).build());
        };
    OkHttpClient client = guarded(before -> before, after -> after.addInterceptor(changing));
    Request request = new Request.Builder().url(rig.url("partner.test", "/open/")).build();

    assertThat(send(client, request.newBuilder().header("To", "/open/x").build()))
        .isEqualTo("200 hello");
    assertThat(denied(client, request.newBuilder().header("To", "/closed").build()))
        .isEqualTo(ReasonCode.PATH_FORBIDDEN);
    assertThat(rig.street().partner().received()).hasSize(1);
  }

  @Test
  void network_interceptor_that_names_another_host_in_the_host_field_is_stopped() {
    OkHttpClient client =
        guarded(
            before ->
                before.addNetworkInterceptor(
                    chain ->
                        chain.proceed(
                            chain.request().newBuilder().header("Host", "denied.test").build())));

    assertThat(denied(client, rig.url("partner.test", "/")))
        .isEqualTo(ReasonCode.HOST_VIEW_DIFFERS);
    assertThat(rig.street().partner().received()).isEmpty();
  }

  @Test
  void redirects_switched_on_again_afterwards_lead_nowhere() throws IOException {
    rig.street().partner().redirect("/from", 302, rig.url("denied.test", "/"));
    OkHttpClient client = guarded(before -> before, after -> after.followRedirects(true));

    assertThat(denied(client, rig.url("partner.test", "/from")))
        .isEqualTo(ReasonCode.ADDRESS_NOT_VETTED);
    rig.assertNoTrespass();
  }

  @Test
  void client_that_follows_no_redirects_gets_the_answer() throws IOException {
    rig.street().partner().redirect("/from", 302, rig.url("denied.test", "/"));

    assertThat(
            get(guarded(before -> before.followRedirects(false)), rig.url("partner.test", "/from")))
        .startsWith("302");
  }

  @Test
  void body_that_can_be_written_once_is_not_sent_again() throws IOException {
    rig.street().partner().redirect("/from", 307, "/to");
    RequestBody once =
        new RequestBody() {
          @Override
          public @Nullable MediaType contentType() {
            return null;
          }

          @Override
          public boolean isOneShot() {
            return true;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8("once");
          }
        };

    assertThat(
            send(
                guarded(),
                new Request.Builder().url(rig.url("partner.test", "/from")).post(once).build()))
        .startsWith("307");
  }

  @Test
  void derived_client_is_guarded_whatever_is_set_on_it() throws IOException {
    OkHttpClient derived =
        guarded()
            .newBuilder()
            .dns(name -> List.of(InetAddress.getByName(Street.INTERNAL)))
            .socketFactory(SocketFactory.getDefault())
            .build();

    assertThat(get(derived, rig.url("partner.test", "/"))).isEqualTo("200 hello");
    assertThat(denied(derived, rig.url("denied.test", "/"))).isEqualTo(ReasonCode.NO_RULE_MATCHED);
    rig.assertNoTrespass();
  }

  @Test
  void pool_shared_with_an_unguarded_client_lends_nothing_to_the_guarded() throws IOException {
    OkHttpClient plain =
        new OkHttpClient.Builder()
            .dns(name -> List.of(InetAddress.getByName(Street.PARTNER)))
            .build();
    get(plain, rig.url("rebind.test", "/"));
    rig.names.put("rebind.test", Street.OTHER);

    get(
        guarded(builder -> builder.connectionPool(plain.connectionPool())),
        rig.url("rebind.test", "/"));

    assertThat(rig.street().partner().received()).hasSize(1);
    assertThat(rig.street().other().received()).hasSize(1);
  }

  @Test
  void url_that_only_okhttp_writes_in_ascii_is_decided_by_the_host_it_sends() {
    assertThat(denied(guarded(), rig.url("①②⑦.⓪.⓪.④", "/"))).isEqualTo(ReasonCode.ADDRESS_GUARDED);
    assertThat(denied(guarded(), rig.url("denied.test", "/#frägment")))
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  void upgrade_is_decided_as_a_web_socket_on_a_connection_of_its_own() throws IOException {
    rig.policy.set(
        EgressRules.compile(
            Policy.builder("street")
                .rule(Rig.friends().schemes(Scheme.HTTP))
                .rule(
                    Rule.allow("sockets")
                        .hosts("other.test")
                        .schemes(Scheme.WS)
                        .grant(Street.OTHER + "/32"))
                .build()));
    OkHttpClient client = guarded();

    assertThat(webSocket(client, "ws://partner.test:" + rig.street().port() + "/"))
        .isInstanceOf(EgressDeniedException.class);
    for (int i = 0; i < 2; i++) {
      assertThat(webSocket(client, "ws://other.test:" + rig.street().port() + "/"))
          .isInstanceOf(ProtocolException.class);
    }

    assertThat(rig.street().partner().received()).isEmpty();
    assertThat(rig.street().other().received())
        .extracting(LoopbackServer.Received::clientPort)
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void upgrade_follows_no_redirect() throws IOException {
    rig.allow(Rig.friends());
    rig.street().partner().redirect("/from", 302, rig.url("other.test", "/"));

    assertThat(webSocket(guarded(), "ws://partner.test:" + rig.street().port() + "/from"))
        .isInstanceOf(ProtocolException.class);
    assertThat(rig.street().other().received()).isEmpty();
  }

  @Test
  void upgrade_is_denied_where_the_policy_obliges_to_inspect_what_is_sent() {
    rig.allow(Rig.friends().require(Requirement.NONE.inspect(FindText.PROFILE)));

    Throwable thrown = webSocket(guarded(), "ws://partner.test:" + rig.street().port() + "/");

    assertThat(EgressDenial.find(thrown).orElseThrow().decision().reason().code())
        .isEqualTo(ReasonCode.OBLIGATION_UNMET);
  }

  @Test
  void vetted_addresses_are_tried_one_after_another() throws IOException {
    rig.allow(Rig.friends().grant("127.0.0.9/32"));
    rig.names.put("rebind.test", "127.0.0.9").put("rebind.test", "127.0.0.9", Street.PARTNER);
    OkHttpClient client = guarded();

    assertThat(catchThrowable(() -> get(client, rig.url("rebind.test", "/"))))
        .isInstanceOf(ConnectException.class);
    assertThat(get(client, rig.url("rebind.test", "/"))).isEqualTo("200 hello");
  }

  /** What a web socket to a server that knows none fails with. */
  private static Throwable webSocket(OkHttpClient client, String url) {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    client.newWebSocket(
        new Request.Builder().url(url).build(),
        new WebSocketListener() {
          @Override
          public void onFailure(WebSocket socket, Throwable thrown, @Nullable Response response) {
            failure.complete(thrown);
          }
        });
    return failure.join();
  }
}
