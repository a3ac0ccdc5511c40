package io.egressrules.engine.fuzz;

import static io.egressrules.engine.fuzz.Hostile.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.egressrules.Capability;
import io.egressrules.EgressDeniedException;
import io.egressrules.EgressRequest;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.enforce.Admission;
import io.egressrules.engine.enforce.Caller;
import io.egressrules.engine.enforce.ClientAbilities;
import io.egressrules.engine.enforce.EgressGuard;
import io.egressrules.engine.enforce.Enforcement;
import io.egressrules.net.Target;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A redirect is refused, or leads where {@link URI} resolves it to. */
class RedirectFuzzTest {
  private static final String BASE = "https://a.example/b/c/d;p?q";
  private static final Enforcement ENFORCEMENT =
      EgressGuard.builder(
              EgressRules.compile(
                  Policy.builder("fuzz").rule(Rule.allow("base").hosts("a.example")).build()))
          .resolver(name -> List.of())
          .inspectors()
          .build()
          .install(ClientAbilities.of("fuzz", EnumSet.allOf(Capability.class)));
  private static final Admission FROM = admitted();

  private static Admission admitted() {
    try {
      return ENFORCEMENT.request(EgressRequest.toUrl(BASE).method("GET"), Caller.UNSTATED);
    } catch (IOException denied) {
      throw new UncheckedIOException(denied);
    }
  }

  @FuzzTest
  void resolvedOrRefused(byte[] bytes) {
    Hostile.read(
        bytes,
        text -> {
          Target target = followed(text);
          if (target != null) {
            require(Target.parse(target.url()).url().equals(target.url()), "not canonical");
            require(target.scheme().isEncrypted(), "a downgrade");
            leadsWhereUriDoes(target, text);
          }
        });
  }

  private static @Nullable Target followed(String location) {
    try {
      return ENFORCEMENT.redirect(FROM, 302, List.of(location)).orElseThrow().target();
    } catch (EgressDeniedException refused) {
      return null;
    }
  }

  private static void leadsWhereUriDoes(Target target, String location) {
    URI resolved;
    try {
      resolved = new URI(BASE).resolve(new URI(location));
    } catch (URISyntaxException unread) {
      return;
    }
    if (resolved.getHost() != null) {
      HostByUri.agrees(target, resolved.toString());
      int port = resolved.getPort() < 0 ? 443 : resolved.getPort();
      require(target.port() == port, "java.net.URI resolves to another port");
    }
  }
}
