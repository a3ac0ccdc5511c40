package io.egressrules.engine.oracle;

import static io.egressrules.policy.Effect.ALLOW;
import static io.egressrules.policy.Effect.DENY;

import io.egressrules.Obligation;
import io.egressrules.ReasonCode;
import io.egressrules.policy.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The levels of SEMANTICS.md section 3 as a table over what is known of each rule, with no policy,
 * no request and no condition in it.
 */
final class CombinerTable {
  private CombinerTable() {}

  /** What is known of the one address of the request. */
  enum Answer {
    NONE_YET(null),
    PUBLIC("93.184.216.34"),
    SPECIAL("10.1.2.3"),
    LOOPBACK("127.0.0.1");

    private final String address;

    Answer(String address) {
      this.address = address;
    }

    RequestText request() {
      RequestText request = RequestText.to("https://example.com/");
      return address == null ? request : request.with("addresses", address);
    }
  }

  /** By what a rule matches or admits, if it does. */
  enum Match {
    NAME("hosts: example.com"),
    OTHER_NAME("hosts: partner.test"),
    ADDRESS("cidrs: 0.0.0.0/0"),
    OTHER_ADDRESS("cidrs: 198.41.0.4/32");

    private final String words;

    Match(String words) {
      this.words = words;
    }

    Truth in(Answer answer) {
      return switch (this) {
        case NAME -> Truth.TRUE;
        case OTHER_NAME -> Truth.FALSE;
        case ADDRESS -> answer == Answer.NONE_YET ? Truth.UNKNOWN : Truth.TRUE;
        case OTHER_ADDRESS -> answer == Answer.NONE_YET ? Truth.UNKNOWN : Truth.FALSE;
      };
    }
  }

  /** Whether a rule takes effect. */
  enum Force {
    ENFORCED(""),
    ENDED("; until: 2026-01-01T00:00:00Z"),
    REPORTED("; report-until: 2030-01-01T00:00:00Z"),
    REPORTED_BEFORE("; report-until: 2026-01-01T00:00:00Z");

    private final String words;

    Force(String words) {
      this.words = words;
    }
  }

  /** All that the combination of rules depends on. */
  record State(Effect effect, Force force, Match match, boolean grants, boolean met) {
    static List<State> all() {
      List<State> all = new ArrayList<>();
      for (Force force : Force.values()) {
        for (Match match : Match.values()) {
          all.add(new State(DENY, force, match, false, true));
          all.add(new State(ALLOW, force, match, false, false));
          all.add(new State(ALLOW, force, match, false, true));
          all.add(new State(ALLOW, force, match, true, false));
          all.add(new State(ALLOW, force, match, true, true));
        }
      }
      return all;
    }

    RuleText rule(String id) {
      String words = match.words + force.words;
      if (effect == DENY) {
        return RuleText.deny(id, words);
      }
      String grant = grants ? "; grant: 10.0.0.0/8, 127.0.0.0/8" : "";
      return RuleText.allow(id, words + grant + (met ? "; ports: 443" : "; ports: 8443"));
    }

    boolean isInForce(boolean everything) {
      return switch (force) {
        case ENFORCED -> true;
        case ENDED -> false;
        case REPORTED -> everything;
        case REPORTED_BEFORE -> effect == DENY;
      };
    }
  }

  static Verdict verdict(List<State> rules, Answer answer, boolean lenient) {
    Verdict decision = inWorld(rules, answer, false);
    if (lenient && !decision.isAllowed() && decision.code() != ReasonCode.ADDRESS_GUARDED) {
      return checked(Verdict.allow(ReasonCode.REPORT_ONLY, null), answer).wouldBe(decision);
    }
    Verdict other = inWorld(rules, answer, true);
    return decision.hasOutcomeOf(other) ? decision : decision.wouldBe(other);
  }

  private static Verdict inWorld(List<State> rules, Answer answer, boolean everything) {
    Predicate<State> admits = rule -> rule.effect == ALLOW && rule.match.in(answer) != Truth.FALSE;
    Predicate<State> inForce = rule -> rule.isInForce(everything);
    Predicate<State> grants =
        rule -> rule.grants || answer == Answer.PUBLIC || answer == Answer.NONE_YET;
    Predicate<State> met = rule -> rule.met;
    Predicate<State> ended = rule -> rule.force == Force.ENDED;
    Predicate<State> denies = rule -> rule.effect == DENY && rule.match.in(answer) == Truth.TRUE;

    boolean granted = rules.stream().anyMatch(admits.and(inForce).and(grants));
    if (answer == Answer.LOOPBACK && !granted) {
      return Verdict.deny(ReasonCode.ADDRESS_GUARDED);
    }
    int deny = first(rules, denies.and(inForce));
    if (deny >= 0) {
      return Verdict.deny(ReasonCode.DENIED_BY_RULE, "r" + deny);
    }
    int allow = first(rules, admits.and(inForce).and(grants).and(met));
    if (allow >= 0) {
      boolean pending = rules.get(allow).match.in(answer) == Truth.UNKNOWN;
      ReasonCode code = pending ? ReasonCode.ADDRESS_PENDING : ReasonCode.ALLOWED_BY_RULE;
      return checked(Verdict.allow(code, "r" + allow), answer);
    }
    int past = first(rules, admits.and(ended).and(grants).and(met));
    if (past >= 0) {
      return Verdict.deny(ReasonCode.RULE_EXPIRED, "r" + past);
    }
    int unmet = first(rules, admits.and(inForce).and(grants));
    if (unmet >= 0) {
      return Verdict.deny(ReasonCode.PORT_FORBIDDEN, "r" + unmet);
    }
    boolean special = answer == Answer.SPECIAL || answer == Answer.LOOPBACK;
    return Verdict.deny(special ? ReasonCode.ADDRESS_SPECIAL : ReasonCode.NO_RULE_MATCHED);
  }

  /** The number of the first rule by section 4: those matched by name, then by their ids. */
  private static int first(List<State> rules, Predicate<State> which) {
    return IntStream.range(0, rules.size())
        .filter(i -> which.test(rules.get(i)))
        .boxed()
        .min(Comparator.comparing(i -> rules.get(i).match != Match.NAME))
        .orElse(-1);
  }

  private static Verdict checked(Verdict allow, Answer answer) {
    return answer == Answer.NONE_YET
        ? allow.with(Set.of(Obligation.CheckAddresses.INSTANCE))
        : allow;
  }
}
