package io.egressrules.examples.benchmarks.peer;

import io.egressrules.examples.benchmarks.workload.Entry;
import io.egressrules.examples.benchmarks.workload.Rules;
import org.casbin.jcasbin.main.CachedEnforcer;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;

/** jCasbin: every line of the policy is tried by one expression. */
public final class CasbinEngine implements Engine {
  private static final String MODEL =
      """
      [request_definition]
      r = host, port, method, path
      [policy_definition]
      p = host, port, method, path, eft
      [policy_effect]
      e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
      [matchers]
      m = r.host == p.host && r.port == p.port && r.method == p.method && keyMatch(r.path, p.path)
      """;

  private final Enforcer enforcer;

  private CasbinEngine(Enforcer enforcer, Rules rules) {
    this.enforcer = enforcer;
    enforcer.enableLog(false);
    for (int number = 0; number < rules.entries(); number++) {
      Entry entry = rules.entry(number);
      // Names below others would take a slower function; so this asks for one host only.
      enforcer.addPolicy(
          entry.host(),
          Integer.toString(Rules.PORT),
          "GET",
          Rules.PATH + "*",
          Rules.denies(entry.rule()) ? "deny" : "allow");
    }
  }

  /**
   * The plain enforcer.
   *
   * @param rules what it decides by
   * @return a new engine
   */
  public static CasbinEngine plain(Rules rules) {
    return new CasbinEngine(new Enforcer(model()), rules);
  }

  /**
   * The enforcer that remembers its answers.
   *
   * @param rules what it decides by
   * @return a new engine
   */
  public static CasbinEngine cached(Rules rules) {
    return new CasbinEngine(new CachedEnforcer(model()), rules);
  }

  private static Model model() {
    return Model.newModelFromString(MODEL);
  }

  @Override
  public boolean allows(String host) {
    return enforcer.enforce(host, Integer.toString(Rules.PORT), "GET", Rules.PATH + "orders");
  }
}
