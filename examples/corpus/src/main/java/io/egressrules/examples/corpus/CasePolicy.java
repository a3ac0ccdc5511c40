package io.egressrules.examples.corpus;

import io.egressrules.net.AddressJudgement;
import io.egressrules.net.AddressSpace;
import io.egressrules.net.AddressTier;
import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import io.egressrules.net.MalformedException;
import io.egressrules.net.PortRange;
import io.egressrules.net.Scheme;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import io.egressrules.policy.TargetOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the small policy of a corpus case in the words of this library. */
final class CasePolicy {
  private static final String[] EVERY_ADDRESS = {"0.0.0.0/0", "::/0"};
  private static final String[] PRIVATE = {
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/8"
  };

  private final CorpusCase input;
  private final Policy.Builder policy;
  private int rules;

  private CasePolicy(CorpusCase input) {
    this.input = input;
    this.policy = Policy.builder("case-" + input.id());
  }

  static Policy of(CorpusCase input) {
    CasePolicy words = new CasePolicy(input);
    words.allowNames();
    words.allowAddresses();
    words.deny();
    words.refuseTraits();
    return words.policy.build();
  }

  private void allowNames() {
    List<String> listed = input.values("allow");
    for (String entry : listed) {
      Rule.Builder rule =
          isAddress(entry) ? allow().cidr(masked(entry)) : allow().host(HostNames.pattern(entry));
      if (input.has("allow-private-for-listed")) {
        rule.grant(PRIVATE);
      }
      policy.rule(rule);
    }
    if (input.has("any-host")) {
      policy.rule(allow().anyHost("the case allows any host"));
    }
    if (input.has("any-host") || (input.has("public-only") && listed.isEmpty())) {
      policy.rule(allow().cidrs(EVERY_ADDRESS));
    }
  }

  private void allowAddresses() {
    for (String entry : input.values("cidr-allow")) {
      policy.rule(reaching(masked(entry)));
    }
    for (String entry : input.values("addr-allow")) {
      int colon = entry.lastIndexOf(':');
      policy.rule(reaching(masked(entry.substring(0, colon))).ports(entry.substring(colon + 1)));
    }
  }

  private void deny() {
    for (String entry : input.values("deny")) {
      policy.rule(denial().host(HostNames.pattern(entry)));
    }
    for (String entry : input.values("cidr-deny")) {
      policy.rule(denial().cidr(masked(entry)));
    }
    for (String entry : input.values("addr-deny")) {
      int colon = entry.lastIndexOf(':');
      policy.rule(
          denial().cidr(masked(entry.substring(0, colon))).ports(entry.substring(colon + 1)));
    }
    for (String token : input.tokens()) {
      if (token.startsWith("self:")) {
        int at = token.indexOf('@');
        Rule.Builder self = denial().ports(token.substring(at + 1));
        for (String address : Texts.split(token.substring("self:".length(), at), ',')) {
          self.cidr(masked(address));
        }
        policy.rule(self);
      }
    }
  }

  private void refuseTraits() {
    Set<TargetTrait> refuse = EnumSet.noneOf(TargetTrait.class);
    if (input.has("no-path-traversal")) {
      refuse.add(TargetTrait.DOT_SEGMENTS);
      refuse.add(TargetTrait.ENCODED_SLASH);
    }
    if (input.has("no-crlf-encoded")) {
      refuse.add(TargetTrait.ENCODED_CONTROL);
      refuse.add(TargetTrait.ENCODED_CONTROL_IN_QUERY);
    }
    policy.target(new TargetOptions(Set.of(), refuse));
  }

  private Rule.Builder allow() {
    Rule.Builder rule = Rule.allow("allow-" + ++rules);
    input.values("ports").forEach(port -> rule.ports(PortRange.parse(port).toString()));
    for (String scheme : input.values("schemes")) {
      rule.schemes(Scheme.valueOf(scheme.toUpperCase(Locale.ROOT)));
    }
    return rule;
  }

  private Rule.Builder denial() {
    return Rule.deny("deny-" + ++rules);
  }

  /**
   * An allow rule for a CIDR that, in the corpus, means the addresses in it whatever space they are
   * in.
   */
  private Rule.Builder reaching(Cidr cidr) {
    Rule.Builder rule = allow().cidr(cidr);
    AddressJudgement judgement = AddressSpace.LATEST.judge(cidr.base());
    boolean grantable = judgement.tier() == AddressTier.SPECIAL || judgement.isLiftable();
    return grantable ? rule.grant(cidr.toString()) : rule;
  }

  private static boolean isAddress(String entry) {
    try {
      IpAddress.parse(entry);
      return true;
    } catch (MalformedException notAnAddress) {
      return false;
    }
  }

  /**
   * The corpus writes some CIDRs with host bits; this library refuses those, so they are masked
   * here.
   */
  private static Cidr masked(String entry) {
    int slash = entry.indexOf('/');
    IpAddress address = IpAddress.parse(slash < 0 ? entry : entry.substring(0, slash));
    int length =
        slash < 0 ? (address.isIpv4() ? 32 : 128) : Integer.parseInt(entry.substring(slash + 1));
    return Cidr.enclosing(address, length);
  }
}
