package io.egressrules.examples.benchmarks.peer;

import com.styra.opa.wasm.OpaPolicy;
import io.egressrules.examples.benchmarks.workload.Entry;
import io.egressrules.examples.benchmarks.workload.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * What OPA costs at the least, in process: one policy compiled to WASM that looks one name up in a
 * document ({@code data.role[input.user]}), which its own library for Java brings for its tests.
 * Names below others, ports, methods and paths would come on top.
 */
public final class OpaEngine implements Engine {
  private static final String POLICY = "/demo-policy.wasm";
  private static final String TRUE = "true";

  private final OpaPolicy policy;

  private OpaEngine(OpaPolicy policy) {
    this.policy = policy;
  }

  /**
   * An engine.
   *
   * @param rules whose exact names it looks up
   * @return a new engine
   * @throws IOException if the policy cannot be read
   */
  public static OpaEngine of(Rules rules) throws IOException {
    StringJoiner roles = new StringJoiner(",", "{\"role\":{", "}}");
    for (int number = 0; number < rules.entries(); number++) {
      Entry entry = rules.entry(number);
      if (!Rules.denies(entry.rule())) {
        roles.add("\"" + entry.host() + "\":\"admin\"");
      }
    }
    try (InputStream wasm = OpaPolicy.class.getResourceAsStream(POLICY)) {
      OpaPolicy policy = OpaPolicy.builder().withPolicy(Objects.requireNonNull(wasm)).build();
      return new OpaEngine(policy.data(roles.toString()));
    }
  }

  @Override
  public boolean allows(String host) {
    return policy.evaluate("{\"user\":\"" + host + "\"}").contains(TRUE);
  }
}
