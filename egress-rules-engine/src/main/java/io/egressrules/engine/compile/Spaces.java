package io.egressrules.engine.compile;

import io.egressrules.net.AddressClass;
import io.egressrules.net.AddressSpace;
import io.egressrules.net.AddressTier;
import io.egressrules.net.Cidr;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Effect;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds CIDRs that grant what nothing can grant, or that allow what only a grant can. */
final class Spaces {
  private final Policy policy;
  private final Problems problems;

  private Spaces(Policy policy, Problems problems) {
    this.policy = policy;
    this.problems = problems;
  }

  static void check(Policy policy, Problems problems) {
    Spaces spaces = new Spaces(policy, problems);
    spaces.checkNat64();
    for (Rule rule : policy.rules()) {
      if (rule.effect() == Effect.ALLOW) {
        rule.grant().forEach(grant -> spaces.checkGrant(rule, grant));
        spaces.checkCidrs(rule);
      }
    }
  }

  private void checkNat64() {
    for (Cidr prefix : policy.addresses().nat64Prefixes()) {
      try {
        AddressSpace.LATEST.withNat64(Set.of(prefix));
      } catch (IllegalArgumentException refused) {
        problems.error(
            "nat64-prefix", SourceLocation.BUILDER, String.valueOf(refused.getMessage()));
      }
    }
  }

  private void checkGrant(Rule rule, Cidr grant) {
    Set<AddressClass> classes = AddressSpace.LATEST.classes(grant);
    boolean loopback = classes.equals(Set.of(AddressClass.LOOPBACK));
    AddressClass guarded = first(classes, AddressTier.GUARDED);
    if (guarded != null && !loopback) {
      problems.error(
          "grant-of-guarded-space",
          rule.condition().locationOf(grant, rule.ref().location()),
          "`grant: ["
              + grant
              + "]` of rule `"
              + rule.id()
              + "` holds "
              + guarded.title()
              + " addresses, which are never allowed; name narrower blocks beside them");
    }
  }

  private static @Nullable AddressClass first(Set<AddressClass> classes, AddressTier tier) {
    return classes.stream().filter(each -> each.tier() == tier).findFirst().orElse(null);
  }

  private void checkCidrs(Rule rule) {
    Condition condition = rule.condition();
    SourceLocation place = rule.ref().location();
    for (Cidr cidr : condition.cidrs().values()) {
      checkCidr(rule, cidr, condition.locationOf(cidr, place));
    }
    for (String name : condition.cidrs().groups()) {
      Group<Cidr> group = policy.cidrGroups().get(name);
      if (group != null) {
        SourceLocation named = condition.locationOf("$" + name, place);
        group.values().forEach(cidr -> checkCidr(rule, cidr, named));
      }
    }
  }

  private void checkCidr(Rule rule, Cidr cidr, SourceLocation place) {
    Set<AddressClass> classes = AddressSpace.LATEST.classes(cidr);
    if (first(classes, AddressTier.GLOBAL) != null
        || rule.grant().stream().anyMatch(grant -> grant.unmapped().overlaps(cidr.unmapped()))) {
      return;
    }
    AddressClass special = first(classes, AddressTier.SPECIAL);
    boolean grantable = special != null || classes.contains(AddressClass.LOOPBACK);
    AddressClass all = special != null ? special : classes.iterator().next();
    problems.warning(
        "special-without-grant",
        place,
        "`"
            + cidr
            + "` in rule `"
            + rule.id()
            + "` never matches: its addresses are "
            + all.title()
            + (grantable ? "; add `grant: [" + cidr + "]`" : " and never allowed; remove it"));
  }
}
