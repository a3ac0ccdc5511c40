package io.egressrules.examples.benchmarks.peer;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import io.egressrules.examples.benchmarks.workload.Entry;
import io.egressrules.examples.benchmarks.workload.Rules;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Cedar through its native library, the policy set parsed beforehand and cached there. */
public final class CedarEngine implements Engine {
  private static final EntityUID SUBJECT = uid("Workload", "checkout");
  private static final EntityUID CALL = uid("Action", "call");
  private static final EntityUID OUTSIDE = uid("Network", "outside");

  private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
  private final Set<Entity> entities = Set.of();
  private final PolicySet policies;

  private CedarEngine(PolicySet policies) {
    this.policies = policies;
  }

  /**
   * An engine.
   *
   * @param rules what it decides by
   * @return a new engine
   * @throws Exception if its native library cannot be loaded
   */
  public static CedarEngine of(Rules rules) throws Exception {
    Set<Policy> policies = new LinkedHashSet<>();
    for (int number = 0; number < rules.entries(); number++) {
      policies.add(new Policy(text(rules.entry(number)), "policy" + number));
    }
    PolicySet set = new PolicySet(policies);
    set.cache();
    return new CedarEngine(set);
  }

  private static String text(Entry entry) {
    String host =
        entry.below()
            ? "context.host like \"*." + entry.name() + "\""
            : "context.host == \"" + entry.name() + "\"";
    return (Rules.denies(entry.rule()) ? "forbid" : "permit")
        + "(principal, action == Action::\"call\", resource) when { "
        + host
        + " && context.port == 443 && [\"GET\", \"POST\"].contains(context.method)"
        + " && context.path like \"/v1/*\" };";
  }

  private static EntityUID uid(String type, String id) {
    return EntityTypeName.parse(type).orElseThrow().of(id);
  }

  @Override
  public boolean allows(String host) throws Exception {
    Map<String, Value> context =
        Map.of(
            "host", new PrimString(host),
            "port", new PrimLong((long) Rules.PORT),
            "method", new PrimString("GET"),
            "path", new PrimString(Rules.PATH + "orders"));
    AuthorizationResponse response =
        engine.isAuthorized(
            new AuthorizationRequest(SUBJECT, CALL, OUTSIDE, context), policies, entities);
    return response.success.orElseThrow().isAllowed();
  }
}
