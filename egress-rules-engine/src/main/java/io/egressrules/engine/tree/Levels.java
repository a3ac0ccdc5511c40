package io.egressrules.engine.tree;

import io.egressrules.EgressCall;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.net.AddressJudgement;
import io.egressrules.net.AddressSpace;
import io.egressrules.net.AddressTier;
import io.egressrules.net.IpAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Levels 1 to 6 of SEMANTICS.md section 3, for one address or for none yet.
 *
 * <p>Three blocks are scanned, in the determining order of section 4: the host's, the address's,
 * and that of the rules with neither. Before the addresses are known, the second is that of all
 * rules that may yet match by CIDR.
 */
final class Levels {
  /** For an address, and for each that it can carry. */
  static final int SCANS_OF_DENY_RULES = 1 + AddressSpace.MOST_INSIDE;

  /**
   * For what they allow and for what they admit: whether loopback is granted and whether all is
   * met, then, for the reason why not, lapsed rules and unmet requirements.
   */
  static final int SCANS_OF_ALLOW_RULES = 2;

  private final String policyId;
  private final AddressSpace space;
  private final CidrBlocks cidrs;
  private final Block unknownAddress;
  private final Block neither;
  private final Verdict nothing;

  Levels(
      String policyId, AddressSpace space, CidrBlocks cidrs, Block unknownAddress, Block neither) {
    this.policyId = policyId;
    this.space = space;
    this.cidrs = cidrs;
    this.unknownAddress = unknownAddress;
    this.neither = neither;
    this.nothing = Verdict.deny(policyId, Reason.of(ReasonCode.NO_RULE_MATCHED)).prepared();
  }

  /**
   * What an address comes to.
   *
   * @param host the block of the host
   * @param facts what the request states, as bits
   * @param address the address, or null while the host is a name without addresses
   * @param now milliseconds since 1970; read only for blocks that are timed
   * @param trace told of every rule that is looked at, or null
   */
  Verdict at(
      Block host,
      long facts,
      EgressCall call,
      @Nullable IpAddress address,
      long now,
      @Nullable Trace trace) {
    if (address == null) {
      return byRules(host, unknownAddress, facts, call, null, now, trace);
    }
    IpAddress reached = address.unmapped();
    Block cidr = cidrs.block(reached);
    AddressJudgement judgement = space.judge(reached);
    if (judgement.tier() == AddressTier.GLOBAL && judgement.inner() == null) {
      return byRules(host, cidr, facts, call, reached, now, trace);
    }
    boolean isSpecial = judgement.tier() != AddressTier.GLOBAL;
    long special = isSpecial ? facts | FactIndex.SPECIAL_ADDRESS : facts;
    if (judgement.tier() == AddressTier.GUARDED
        && !(judgement.isLiftable()
            && allow(Wanted.ADMITTING, host, cidr, special, call, reached, now, null) != null)) {
      return deny(ReasonCode.ADDRESS_GUARDED, reached, judgement);
    }
    DenyRule deny = deny(host, cidr, special, call, reached, now, trace);
    if (deny == null && judgement.inner() != null) {
      deny = denyInside(host, special, call, reached, now, trace);
    }
    return deny != null
        ? deny.denied(reached)
        : byAllowRules(host, cidr, special, call, reached, now, trace);
  }

  /** The deny rule that matches an IPv4 address which another carries, or null. */
  private @Nullable DenyRule denyInside(
      Block host, long facts, EgressCall call, IpAddress outer, long now, @Nullable Trace trace) {
    for (IpAddress inside : space.inside(outer)) {
      DenyRule found = deny(host, cidrs.block(inside), facts, call, inside, now, trace);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Levels 2 and 5, then the reason why not. */
  private Verdict byRules(
      Block host,
      Block cidr,
      long facts,
      EgressCall call,
      @Nullable IpAddress address,
      long now,
      @Nullable Trace trace) {
    DenyRule deny = deny(host, cidr, facts, call, address, now, trace);
    return deny != null
        ? deny.denied(address)
        : byAllowRules(host, cidr, facts, call, address, now, trace);
  }

  /** Level 5, then the reason why not. */
  private Verdict byAllowRules(
      Block host,
      Block cidr,
      long facts,
      EgressCall call,
      @Nullable IpAddress address,
      long now,
      @Nullable Trace trace) {
    AllowRule allow = allow(Wanted.ALLOWING, host, cidr, facts, call, address, now, trace);
    if (allow != null) {
      return allow.allowed(address);
    }
    return notAllowed(host, cidr, facts, call, address, now);
  }

  /** Level 3, 4 or 6: no allow rule does everything. */
  private Verdict notAllowed(
      Block host, Block cidr, long facts, EgressCall call, @Nullable IpAddress address, long now) {
    if (host.isTimed() || cidr.isTimed() || neither.isTimed()) {
      AllowRule lapsed = allow(Wanted.LAPSED, host, cidr, facts, call, address, now, null);
      if (lapsed != null) {
        return deny(ReasonCode.RULE_EXPIRED, lapsed);
      }
    }
    AllowRule admitting = allow(Wanted.ADMITTING, host, cidr, facts, call, address, now, null);
    if (admitting != null) {
      Miss unmet = admitting.miss(facts, call, address);
      return deny(Objects.requireNonNull(unmet.code()), admitting);
    }
    if (address != null && (facts & FactIndex.SPECIAL_ADDRESS) != 0) {
      return deny(ReasonCode.ADDRESS_SPECIAL, address, space.judge(address));
    }
    return nothing;
  }

  private @Nullable DenyRule deny(
      Block host,
      Block cidr,
      long facts,
      EgressCall call,
      @Nullable IpAddress address,
      long now,
      @Nullable Trace trace) {
    DenyRule found = first(host.denies(), Wanted.DENYING, facts, call, address, now, trace);
    if (found == null) {
      found = first(cidr.denies(), Wanted.DENYING, facts, call, address, now, trace);
    }
    if (found == null) {
      found = first(neither.denies(), Wanted.DENYING, facts, call, address, now, trace);
    }
    return found;
  }

  private @Nullable AllowRule allow(
      Wanted wanted,
      Block host,
      Block cidr,
      long facts,
      EgressCall call,
      @Nullable IpAddress address,
      long now,
      @Nullable Trace trace) {
    AllowRule found = first(host.allows(), wanted, facts, call, address, now, trace);
    if (found == null) {
      found = first(cidr.allows(), wanted, facts, call, address, now, trace);
    }
    if (found == null) {
      found = first(neither.allows(), wanted, facts, call, address, now, trace);
    }
    return found;
  }

  private static <R extends TreeRule> @Nullable R first(
      @Nullable Chain<R> chain,
      Wanted wanted,
      long facts,
      EgressCall call,
      @Nullable IpAddress address,
      long now,
      @Nullable Trace trace) {
    return chain == null ? null : chain.first(wanted, facts, call, address, now, trace);
  }

  private Verdict deny(ReasonCode code, AllowRule rule) {
    return Verdict.deny(policyId, Reason.of(code, rule.ref()));
  }

  private Verdict deny(ReasonCode code, IpAddress address, AddressJudgement judgement) {
    return Verdict.deny(
        policyId, Reason.builder(code).address(address, judgement.decisive()).build());
  }

  /** The block that an address leads to. */
  Block blockOf(IpAddress address) {
    return cidrs.block(address.unmapped());
  }
}
