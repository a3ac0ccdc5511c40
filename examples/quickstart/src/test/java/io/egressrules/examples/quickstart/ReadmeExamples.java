package io.egressrules.examples.quickstart;

import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.dlp.DlpInspector;
import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.client.jdk.GuardedHttpClient;
import io.egressrules.engine.client.okhttp.OkHttpGuard;
import io.egressrules.engine.enforce.EgressGuard;
import io.egressrules.policy.Policy;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import okhttp3.OkHttpClient;

/** The README's code, as it compiles. */
final class ReadmeExamples {
  private ReadmeExamples() {}

  static List<Object> guardClients() {
    EgressFilter filter = EgressRules.load(Path.of("egress.yaml"));
    EgressGuard guard = EgressGuard.builder(filter).subject("checkout").build();

    HttpClient jdk = GuardedHttpClient.guard(HttpClient.newHttpClient(), guard);
    OkHttpClient okHttp = OkHttpGuard.guard(new OkHttpClient(), guard);
    return List.of(jdk, okHttp);
  }

  static EgressGuard inspect() {
    Policy policy = EgressRules.read(Path.of("egress.yaml"));
    EgressFilter filter = EgressRules.compile(policy);
    EgressGuard guard = EgressGuard.builder(filter).inspectors(DlpInspector.of(policy)).build();
    return guard;
  }

  static EgressFilter openSaved() {
    EgressFilter filter =
        EgressRules.load(
            Path.of("egress.yaml"), CompileOptions.DEFAULT.savedIn(Path.of("egress.form")));
    return filter;
  }

  static boolean ask(EgressFilter filter) {
    EgressRequest request =
        EgressRequest.toUrl("http://169.254.169.254/latest").method("GET").build();
    Decision decision = filter.decide(request);
    System.out.println(filter.explain(request));
    return decision.isAllowed();
  }
}
