package io.egressrules.examples.benchmarks.workload;

import io.egressrules.EgressRequest;
import io.egressrules.engine.CompileOptions;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Policies and calls that a decider may be slow at. */
public enum WorstCase {
  /**
   * 2^20 names that were crafted against hash tables of texts: all have one and the same {@link
   * String#hashCode}.
   */
  CRAFTED_NAMES {
    @Override
    public Policy policy() {
      List<DomainPattern> names = craftedNames().stream().map(DomainPattern::parse).toList();
      return Policy.builder("crafted")
          .hostGroup(Group.of("crafted", names, SourceLocation.BUILDER))
          .rule(Rule.allow("crafted").hosts("$crafted"))
          .build();
    }

    @Override
    public List<EgressRequest> requests() {
      List<String> names = craftedNames();
      Collections.shuffle(names, new Random(1));
      return names.subList(0, COLD_KEYS).stream().map(Rules::request).toList();
    }
  },
  /** 1,000 rules on one host, each of a path of its own. */
  PATH_RULES {
    @Override
    public Policy policy() {
      Policy.Builder policy = Policy.builder("paths");
      for (int i = 0; i < PATHS; i++) {
        policy.rule(Rule.allow("path-" + i).hosts(HOST).paths("/v1/tenant-" + i + "/**"));
      }
      return policy.build();
    }

    @Override
    public List<EgressRequest> requests() {
      Random random = new Random(1);
      List<EgressRequest> requests = new ArrayList<>();
      for (int i = 0; i < WARM_KEYS; i++) {
        String url = "https://" + HOST + "/v1/tenant-" + random.nextInt(PATHS) + "/orders";
        requests.add(EgressRequest.toUrl(url).method("GET").build());
      }
      return requests;
    }
  },
  /** A host of 127 labels, the most there can be, with a rule on every name above it. */
  DEEP_HOST {
    @Override
    public Policy policy() {
      Policy.Builder policy = Policy.builder("deep");
      for (int labels = 2; labels < LABELS; labels++) {
        policy.rule(Rule.allow("labels-" + labels).hosts("*." + deep(labels)).methods("GET"));
      }
      return policy.build();
    }

    @Override
    public List<EgressRequest> requests() {
      return Collections.nCopies(WARM_KEYS, Rules.request(deep(LABELS)));
    }
  };

  /** Compiles what a limit of the costs would refuse: that is what is measured. */
  public static final CompileOptions UNLIMITED =
      CompileOptions.DEFAULT.costLimit(Integer.MAX_VALUE);

  private static final String HOST = "api.partner.example";
  private static final int PATHS = 1_000;
  private static final int LABELS = 127;
  private static final int WARM_KEYS = 1 << 10;
  private static final int COLD_KEYS = 1 << 18;

  /** Two texts of one hash, and how many of them in a row make a million names. */
  private static final String[] ALIKE = {"an", "c0"};

  private static final int PAIRS = 20;

  /**
   * The policy.
   *
   * @return a new policy
   */
  public abstract Policy policy();

  /**
   * The requests, all of them allowed.
   *
   * @return a power of two of them, in the order of asking
   */
  public abstract List<EgressRequest> requests();

  private static String deep(int labels) {
    return "a.".repeat(labels - 1) + "b";
  }

  /**
   * The crafted names.
   *
   * @return 2^20 names
   */
  public static List<String> craftedNames() {
    List<String> names = new ArrayList<>(1 << PAIRS);
    for (int bits = 0; bits < 1 << PAIRS; bits++) {
      StringBuilder name = new StringBuilder();
      for (int pair = 0; pair < PAIRS; pair++) {
        name.append(ALIKE[bits >>> pair & 1]);
      }
      names.add(name.append(".example").toString());
    }
    return names;
  }
}
