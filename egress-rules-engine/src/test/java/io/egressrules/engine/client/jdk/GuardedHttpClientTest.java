package io.egressrules.engine.client.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.egressrules.EgressDeniedException;
import io.egressrules.engine.client.Street;
import io.egressrules.engine.enforce.Caller;
import io.egressrules.engine.enforce.FakeFilter;
import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the guarded client keeps of the JDK's. */
class GuardedHttpClientTest {
  private final Guards guards = new Guards();
  private Street street;

  @BeforeEach
  void open() throws IOException {
    street = Street.open(null);
  }

  @AfterEach
  void close() {
    guards.close();
    street.close();
  }

  private HttpRequest.Builder to(String path) {
    return Guards.to("http", street.port(), path);
  }

  private static String text(HttpClient client, HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void settings_are_those_of_the_client_that_was_guarded() {
    CookieManager cookies = new CookieManager();
    Authenticator authenticator = new Authenticator() {};
    Executor executor = Runnable::run;
    ProxySelector proxies = ProxySelector.of(null);
    GuardedHttpClient client =
        guards.client(
            builder ->
                builder
                    .cookieHandler(cookies)
                    .authenticator(authenticator)
                    .executor(executor)
                    .proxy(proxies)
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(7)),
            guards.guard().build());

    assertThat(client.cookieHandler()).contains(cookies);
    assertThat(client.authenticator()).contains(authenticator);
    assertThat(client.executor()).contains(executor);
    assertThat(client.proxy()).contains(proxies);
    assertThat(client.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    assertThat(client.connectTimeout()).contains(Duration.ofSeconds(7));
    assertThat(client.followRedirects()).isEqualTo(HttpClient.Redirect.NORMAL);
    assertThat(client.sslContext()).isNotNull();
    assertThat(client.sslParameters()).isNotNull();
  }

  @Test
  void client_without_settings_says_so() {
    GuardedHttpClient client =
        GuardedHttpClient.guard(HttpClient.newHttpClient(), guards.guard().build());

    assertThat(client.executor()).isEmpty();
    assertThat(client.proxy()).isEmpty();
    assertThat(client.connectTimeout()).isEmpty();
    assertThat(client.followRedirects()).isEqualTo(HttpClient.Redirect.NEVER);
    client.close();
  }

  @Test
  void client_that_is_not_the_jdks_is_not_guarded() {
    HttpClient wrapped = guards.client();

    assertThatThrownBy(() -> GuardedHttpClient.guard(wrapped, guards.guard().build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("guard that one, then wrap the guarded client");
  }

  @Test
  void redirect_is_the_callers_when_the_client_never_follows() throws Exception {
    street.partner().redirect("/from", 302, "http://denied.test/");
    GuardedHttpClient client =
        guards.client(
            builder -> builder.followRedirects(HttpClient.Redirect.NEVER), guards.guard().build());

    HttpResponse<String> response = client.send(to("/from").build(), BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.previousResponse()).isEmpty();
  }

  @Test
  void response_tells_its_request_and_how_it_came_there() throws Exception {
    street.partner().redirect("/from", 302, "/to");

    HttpResponse<String> response =
        guards.client().send(to("/from").header("X-A", "1").build(), BodyHandlers.ofString());

    assertThat(response.uri()).isEqualTo(to("/to").build().uri());
    assertThat(response.request().uri()).isEqualTo(response.uri());
    assertThat(response.request().headers().map()).containsOnlyKeys("X-A");
    HttpResponse<String> first = response.previousResponse().orElseThrow();
    assertThat(first.statusCode()).isEqualTo(302);
    assertThat(first.uri()).isEqualTo(to("/from").build().uri());
    assertThat(first.body()).isNull();
  }

  @Test
  void long_body_of_a_redirect_is_not_waited_for() throws Exception {
    street.partner().on("/from", 302, "x".repeat(1 << 20), "Location", "/to");

    assertThat(text(guards.client(), to("/from").build())).isEqualTo("hello");
  }

  @Test
  void server_learns_nothing_of_the_connector() throws Exception {
    guards.client().send(to("/").header("Proxy-Mine", "x").build(), BodyHandlers.ofString());

    assertThat(street.partner().last().headers().keySet())
        .noneMatch(name -> name.startsWith("Proxy-"));
  }

  @Test
  void fields_that_frame_the_message_are_the_clients_own() throws Exception {
    HttpRequest request =
        to("/")
            .header("Transfer-Encoding", "chunked")
            .POST(BodyPublishers.ofString("0\r\n\r\nGET /second HTTP/1.1\r\n\r\n"))
            .build();

    assertThat(text(guards.client(), request)).isEqualTo("hello");
    assertThat(street.partner().received()).hasSize(1);
    assertThat(street.partner().last().header("Transfer-Encoding")).isNull();
    assertThat(street.partner().last().body()).startsWith("0\r\n");
  }

  @Test
  void cookies_are_kept_and_sent_again() throws Exception {
    street.partner().on("/", 200, "hello", "Set-Cookie", "a=b");
    GuardedHttpClient client =
        guards.client(
            builder -> builder.cookieHandler(new CookieManager()), guards.guard().build());

    text(client, to("/").build());
    text(client, to("/").build());

    assertThat(street.partner().last().header("Cookie")).isEqualTo("a=b");
  }

  @Test
  void authenticator_is_asked_for_the_server() throws Exception {
    street.partner().on("/", 401, "", "WWW-Authenticate", "Basic realm=\"x\"");
    Authenticator authenticator =
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication("me", "secret".toCharArray());
          }
        };

    Throwable stillRefused =
        catchThrowable(
            () ->
                text(
                    guards.client(
                        builder -> builder.authenticator(authenticator), guards.guard().build()),
                    to("/").build()));

    assertThat(stillRefused).isInstanceOf(IOException.class);
    assertThat(street.partner().received().get(0).header("Authorization")).isNull();
    assertThat(street.partner().last().header("Authorization")).isEqualTo("Basic bWU6c2VjcmV0");
  }

  @Test
  void denied_future_fails_with_the_denial_itself() {
    CompletableFuture<HttpResponse<String>> future =
        guards
            .client()
            .sendAsync(
                HttpRequest.newBuilder(URI.create("http://denied.test/")).build(),
                BodyHandlers.ofString());

    assertThat(future.handle((response, thrown) -> thrown).join())
        .isInstanceOf(EgressDeniedException.class);
  }

  @Test
  void caller_is_asked_for_on_the_thread_that_calls() throws Exception {
    ThreadLocal<String> tenant = ThreadLocal.withInitial(() -> "nobody");
    BlockingQueue<String> subjects = new LinkedBlockingQueue<>();
    GuardedHttpClient client =
        guards.client(
            builder -> builder,
            guards
                .guard()
                .caller(() -> Caller.of(tenant.get()))
                .listener((request, decision) -> subjects.add(request.subject()))
                .build());
    tenant.set("tenant-1");

    client
        .sendAsync(to("/").build(), BodyHandlers.ofString())
        .get(Guards.PATIENCE, TimeUnit.SECONDS);

    assertThat(subjects).containsExactly("tenant-1", "tenant-1");
  }

  @Test
  void names_are_resolved_on_the_executor() throws Exception {
    BlockingQueue<Thread> resolving = new LinkedBlockingQueue<>();
    Thread[] worker = new Thread[1];
    Executor executor =
        work -> {
          worker[0] = new Thread(work);
          worker[0].start();
        };
    GuardedHttpClient client =
        guards.client(
            builder -> builder.executor(executor),
            guards
                .guard()
                .resolver(
                    name -> {
                      resolving.add(Thread.currentThread());
                      return guards.names.resolve(name);
                    })
                .build());

    client
        .sendAsync(to("/").build(), BodyHandlers.ofString())
        .get(Guards.PATIENCE, TimeUnit.SECONDS);
    client.send(to("/").build(), BodyHandlers.ofString());

    assertThat(resolving.take()).isNotEqualTo(Thread.currentThread());
    assertThat(resolving.take()).isEqualTo(Thread.currentThread());
  }

  @Test
  void executor_that_takes_no_more_fails_the_future() {
    Executor full =
        work -> {
          throw new java.util.concurrent.RejectedExecutionException();
        };
    GuardedHttpClient client =
        guards.client(builder -> builder.executor(full), guards.guard().build());

    assertThat(
            client
                .sendAsync(to("/").build(), BodyHandlers.ofString())
                .handle((response, thrown) -> thrown)
                .join())
        .isInstanceOf(IOException.class);
  }

  @Test
  void cancelled_call_is_not_sent() throws Exception {
    CountDownLatch resolving = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    GuardedHttpClient client =
        guards.client(
            builder -> builder,
            guards
                .guard()
                .resolver(
                    name -> {
                      resolving.countDown();
                      awaitQuietly(cancelled);
                      return guards.names.resolve(name);
                    })
                .build());
    CompletableFuture<HttpResponse<String>> future =
        client.sendAsync(to("/").build(), BodyHandlers.ofString());
    resolving.await(Guards.PATIENCE, TimeUnit.SECONDS);

    future.cancel(true);
    cancelled.countDown();
    client.close();

    assertThat(future).isCancelled();
    assertThat(street.partner().received()).isEmpty();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(Guards.PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void cancelling_a_derived_future_ends_the_exchange() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<Integer> end = new CompletableFuture<>();
    RawServer.Talk silent =
        socket -> {
          RawServer.head(socket.getInputStream());
          asked.countDown();
          end.complete(socket.getInputStream().read());
        };
    try (RawServer server = RawServer.open(Street.PARTNER, silent)) {
      CompletableFuture<HttpResponse<String>> future =
          guards.client().sendAsync(Guards.get("http", server.port()), BodyHandlers.ofString());
      CompletableFuture<String> derived = future.thenApply(HttpResponse::body);
      asked.await(Guards.PATIENCE, TimeUnit.SECONDS);

      derived.cancel(true);

      assertThat(end.get(Guards.PATIENCE, TimeUnit.SECONDS)).isEqualTo(-1);
      assertThat(catchThrowable(future::join)).isNotNull();
    }
  }

  @Test
  void interrupted_call_ends() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    RawServer.Talk silent =
        socket -> {
          asked.countDown();
          socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        };
    try (RawServer server = RawServer.open(Street.PARTNER, silent)) {
      GuardedHttpClient client = guards.client();
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      Thread calling =
          new Thread(
              () ->
                  thrown.complete(
                      catchThrowable(() -> text(client, Guards.get("http", server.port())))));
      calling.start();
      asked.await(Guards.PATIENCE, TimeUnit.SECONDS);

      calling.interrupt();

      assertThat(thrown.get(Guards.PATIENCE, TimeUnit.SECONDS))
          .isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void refused_connection_is_told_as_one() throws Exception {
    street.partner().close();

    for (String scheme : List.of("http", "https")) {
      HttpRequest request = Guards.get(scheme, street.port());
      assertThatThrownBy(() -> text(guards.client(), request))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("partner.test:" + street.port());
    }
  }

  @Test
  void connect_timeout_is_told_as_one() throws Exception {
    GuardedHttpClient client =
        guards.client(
            builder -> builder.connectTimeout(Duration.ofMillis(50)), guards.guard().build());
    try (DeafServer deaf = new DeafServer(Street.PARTNER)) {
      for (String scheme : List.of("http", "https")) {
        assertThatThrownBy(() -> text(client, Guards.get(scheme, deaf.port())))
            .isInstanceOf(HttpConnectTimeoutException.class);
      }
    }
  }

  @Test
  void request_timeout_holds_for_the_answer() throws Exception {
    RawServer.Talk silent =
        socket -> socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    try (RawServer server = RawServer.open(Street.PARTNER, silent)) {
      HttpRequest request =
          Guards.to("http", server.port(), "/").timeout(Duration.ofMillis(50)).build();

      assertThatThrownBy(() -> text(guards.client(), request))
          .isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void host_that_the_jdk_cannot_read_is_denied_where_a_redirect_leads_to_it() {
    guards.policy.set(new FakeFilter().allow("partner.test").allow("a_b.test").at(Street.PARTNER));
    street.partner().redirect("/from", 302, "http://a_b.test/");

    assertThatThrownBy(() -> text(guards.client(), to("/from").build()))
        .isInstanceOf(EgressDeniedException.class)
        .hasMessageContaining("HOST_VIEW_DIFFERS");
  }

  @Test
  void shut_down_client_completes_what_is_under_way_and_begins_nothing() throws Exception {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    CountDownLatch asked = new CountDownLatch(1);
    List<String> heads = new CopyOnWriteArrayList<>();
    RawServer.Talk slow =
        socket -> {
          heads.add(RawServer.head(socket.getInputStream()));
          asked.countDown();
          answer.get(Guards.PATIENCE, TimeUnit.SECONDS);
          socket
              .getOutputStream()
              .write(RawServer.bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
        };
    try (RawServer server = RawServer.open(Street.PARTNER, slow)) {
      GuardedHttpClient client = guards.client();
      HttpRequest request = Guards.get("http", server.port());
      CompletableFuture<HttpResponse<String>> first =
          client.sendAsync(request, BodyHandlers.ofString());
      asked.await(Guards.PATIENCE, TimeUnit.SECONDS);

      client.shutdown();
      assertThatThrownBy(() -> text(client, request)).isInstanceOf(IOException.class);
      assertThat(client.sendAsync(request, BodyHandlers.ofString())).isCompletedExceptionally();
      assertThat(client.isTerminated()).isFalse();
      answer.complete(null);
      client.close();

      assertThat(first.get(Guards.PATIENCE, TimeUnit.SECONDS).body()).isEqualTo("ok");
      assertThat(client.isTerminated()).isTrue();
      assertThat(heads).hasSize(1);
    }
  }

  @Test
  void answer_that_is_read_later_is_under_way_until_it_is_read() throws Exception {
    GuardedHttpClient client = guards.client();
    HttpResponse<java.io.InputStream> response =
        client.send(to("/").build(), BodyHandlers.ofInputStream());

    client.shutdown();
    assertThat(response.body().readAllBytes()).hasSize(5);

    assertThat(client.awaitTermination(Duration.ofSeconds(Guards.PATIENCE))).isTrue();
  }

  @Test
  void answer_that_is_given_up_is_no_longer_under_way() throws Exception {
    GuardedHttpClient client = guards.client();
    street.partner().on("/", 200, "x".repeat(1 << 20));
    HttpResponse<java.io.InputStream> response =
        client.send(to("/").build(), BodyHandlers.ofInputStream());

    client.shutdown();
    response.body().close();

    assertThat(client.awaitTermination(Duration.ofSeconds(Guards.PATIENCE))).isTrue();
  }

  @Test
  void client_shut_down_at_once_ends_what_is_under_way() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    RawServer.Talk silent =
        socket -> {
          asked.countDown();
          socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        };
    try (RawServer server = RawServer.open(Street.PARTNER, silent)) {
      GuardedHttpClient client = guards.client();
      CompletableFuture<HttpResponse<String>> future =
          client.sendAsync(Guards.get("http", server.port()), BodyHandlers.ofString());
      asked.await(Guards.PATIENCE, TimeUnit.SECONDS);

      client.shutdownNow();

      assertThat(future.handle((response, thrown) -> thrown).join())
          .isInstanceOfAny(IOException.class, CancellationException.class);
      assertThat(client.awaitTermination(Duration.ofSeconds(Guards.PATIENCE))).isTrue();
    }
  }
}
