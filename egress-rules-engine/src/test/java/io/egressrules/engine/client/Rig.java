package io.egressrules.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.egressrules.EgressDenial;
import io.egressrules.EgressFilter;
import io.egressrules.ReasonCode;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.client.GuardedCalls.Answer;
import io.egressrules.engine.client.GuardedCalls.Call;
import io.egressrules.engine.client.GuardedCalls.Settings;
import io.egressrules.engine.enforce.EgressGuard;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A street of servers, the names of its houses, a policy for it, and clients of one kind. */
public final class Rig implements AutoCloseable {
  /** How clients of the kind under test are made. */
  public interface Maker {
    GuardedCalls make(EgressGuard guard, Settings settings) throws IOException;
  }

  private final Maker maker;
  private final List<GuardedCalls> clients = new ArrayList<>();
  private Street street;

  /** The names in use; a test may add answers. */
  public final NameTable names = new NameTable();

  /** The policy of the moment. */
  public final AtomicReference<EgressFilter> policy = new AtomicReference<>(filter(friends()));

  public Rig(Maker maker) throws IOException {
    this.maker = maker;
    this.street = Street.open(null);
    names.put("partner.test", Street.PARTNER);
    names.put("other.test", Street.OTHER);
    names.put("denied.test", Street.INTERNAL);
  }

  /** The rule that allows partner.test and other.test where they live, by name only. */
  public static Rule.Builder friends() {
    return Rule.allow("friends")
        .hosts("partner.test", "other.test", "rebind.test")
        .grant(Street.PARTNER + "/32", Street.OTHER + "/32");
  }

  /** A filter of one rule. */
  public static EgressFilter filter(Rule.Builder rule) {
    return EgressRules.compile(Policy.builder("street").rule(rule).build());
  }

  /** Lets a policy of one rule hold from now on. */
  public void allow(Rule.Builder rule) {
    policy.set(filter(rule));
  }

  public Street street() {
    return street;
  }

  /** Serves by TLS from now on. */
  public void secure(TestCertificate certificate) throws IOException {
    street.close();
    street = Street.open(certificate.context());
  }

  public String url(String host, String path) {
    return "http://" + host + ":" + street.port() + path;
  }

  public GuardedCalls client() throws IOException {
    return client(guard -> guard, Settings.PLAIN);
  }

  public GuardedCalls client(UnaryOperator<EgressGuard.Builder> more, Settings settings)
      throws IOException {
    EgressGuard.Builder guard = EgressGuard.builder(policy::get).resolver(names).inspectors();
    GuardedCalls client = maker.make(more.apply(guard).build(), settings);
    clients.add(client);
    return client;
  }

  public Answer get(GuardedCalls client, String host, String path) throws IOException {
    return client.call(Call.get(url(host, path)));
  }

  /** Makes a call that must be denied, and be seen to be by whoever catches what it throws. */
  public ReasonCode denied(GuardedCalls client, Call call) throws IOException {
    Throwable thrown = catchThrowable(() -> client.call(call));
    assertThat(thrown).as("a denial").isNotNull();
    EgressDenial denial = EgressDenial.find(thrown).orElse(null);
    assertThat(denial).as("the denial behind " + thrown).isNotNull();
    return denial.decision().reason().code();
  }

  public ReasonCode deniedGet(GuardedCalls client, String host, String path) throws IOException {
    return denied(client, Call.get(url(host, path)));
  }

  /** Nobody came where nobody may go. */
  public void assertNoTrespass() throws IOException {
    assertThat(street.trespasses()).as("connections to where nobody may go").isZero();
  }

  @Override
  public void close() {
    clients.forEach(GuardedCalls::close);
    street.close();
  }
}
