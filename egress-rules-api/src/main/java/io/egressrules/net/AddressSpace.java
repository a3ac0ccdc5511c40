package io.egressrules.net;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every IP address is for, and how freely a policy may therefore allow it.
 *
 * <p>The table comes from the IANA special-purpose registries, the address ranges behind them and
 * the metadata addresses that clouds document. It is versioned: {@link #V1} never changes, {@link
 * #LATEST} is the newest. The JDK's own predicates are not used; they miss more than half of these
 * blocks.
 *
 * <p>An IPv6 address that carries an IPv4 address is judged outside and inside, and the stricter
 * result wins: IPv4-compatible, -translated, NAT64, 6to4, Teredo (server and client), ISATAP. An
 * IPv4-mapped address is judged as the IPv4 address it is.
 *
 * <p>NAT64 is special by default even around a public address, because who runs the translator is
 * not known. An operator on an IPv6-only network names its prefixes with {@link #withNat64} and
 * vouches for them with {@link #vouchingForNat64}; then only what is inside counts.
 *
 * <p>Immutable. Judging allocates nothing.
 *
 * @since 0.1
 */
public final class AddressSpace {
  /** The registries of 2025-10-09. */
  public static final AddressSpace V1 =
      new AddressSpace(AddressTable.read(SpecialPurposeV1.STARTS), new Nat64Prefix[0], false);

  /** The newest version, now {@link #V1}. */
  public static final AddressSpace LATEST = V1;

  /**
   * The most addresses that {@link #inside} finds: the two of Teredo, that of ISATAP, and that of
   * an operator's NAT64 prefix around them.
   */
  public static final int MOST_INSIDE = 4;

  private static final Ipv4Inside[] PLACES = Ipv4Inside.values();

  private final AddressTable table;
  private final Nat64Prefix[] nat64;
  private final boolean vouched;

  private AddressSpace(AddressTable table, Nat64Prefix[] nat64, boolean vouched) {
    this.table = table;
    this.nat64 = nat64;
    this.vouched = vouched;
  }

  /**
   * This space, knowing NAT64 prefixes of the network besides 64:ff9b::/96.
   *
   * @param prefixes IPv6 blocks of 32, 40, 48, 56, 64 or 96 bits (RFC 6052 section 2.2); they
   *     replace those named before
   * @return a new space
   * @throws IllegalArgumentException if a block cannot be a NAT64 prefix
   */
  public AddressSpace withNat64(Collection<Cidr> prefixes) {
    Nat64Prefix[] longestFirst =
        prefixes.stream()
            .map(Nat64Prefix::of)
            .sorted((a, b) -> b.block().prefixLength() - a.block().prefixLength())
            .toArray(Nat64Prefix[]::new);
    return new AddressSpace(table, longestFirst, vouched);
  }

  /**
   * This space, judging addresses under 64:ff9b::/96 and the prefixes of {@link #withNat64} only by
   * the IPv4 address inside.
   *
   * @return a new space
   */
  public AddressSpace vouchingForNat64() {
    return new AddressSpace(table, nat64, true);
  }

  /**
   * Judges an address.
   *
   * @param address any address
   * @return the judgement
   */
  public AddressJudgement judge(IpAddress address) {
    return judge(address.isIpv4(), address.high(), address.low());
  }

  /**
   * Judges an address given as bits.
   *
   * @param ipv4 whether it is an IPv4 address
   * @param high the first 64 bits of an IPv6 address, as {@link IpAddress#high()}
   * @param low the last bits, as {@link IpAddress#low()}
   * @return the judgement
   */
  public AddressJudgement judge(boolean ipv4, long high, long low) {
    if (ipv4 || IpAddress.isMapped(high, low)) {
      return AddressJudgement.of(table.ipv4(low & 0xFFFF_FFFFL), null);
    }
    Nat64Prefix declared = declaredNat64(high, low);
    AddressClass outer = outer(declared, high, low);
    AddressClass inner = declared == null ? null : table.ipv4(declared.inside(high, low));
    for (Ipv4Inside place : PLACES) {
      long bits = isOverridden(place, declared) ? Ipv4Inside.NONE : place.of(high, low);
      if (bits != Ipv4Inside.NONE) {
        AddressClass found = table.ipv4(bits);
        inner = inner == null ? found : AddressClass.stricter(inner, found);
      }
    }
    return AddressJudgement.of(outer, inner);
  }

  /**
   * The IPv4 addresses an address carries inside, for which a rule that allows it must also answer.
   *
   * @param address any address
   * @return the addresses, none for IPv4 and IPv4-mapped ones; at most {@link #MOST_INSIDE}
   */
  public List<IpAddress> inside(IpAddress address) {
    List<IpAddress> inside = new ArrayList<>();
    if (address.unmapped().isIpv4()) {
      return inside;
    }
    Nat64Prefix declared = declaredNat64(address.high(), address.low());
    if (declared != null) {
      inside.add(IpAddress.ofIpv4((int) declared.inside(address.high(), address.low())));
    }
    for (Ipv4Inside place : PLACES) {
      long bits = place.of(address.high(), address.low());
      if (bits != Ipv4Inside.NONE && !isOverridden(place, declared)) {
        inside.add(IpAddress.ofIpv4((int) bits));
      }
    }
    return inside;
  }

  /**
   * The classes that occur in a block, by where its addresses lie and not by what they carry
   * inside.
   *
   * @param block any block; one of IPv4-mapped addresses counts as the IPv4 block it is
   * @return a new set, never empty
   */
  public Set<AddressClass> classes(Cidr block) {
    return table.classes(block.unmapped());
  }

  private @Nullable Nat64Prefix declaredNat64(long high, long low) {
    for (Nat64Prefix prefix : nat64) {
      if (prefix.covers(high, low)) {
        return prefix;
      }
    }
    return null;
  }

  /** What an operator says of a NAT64 prefix replaces what is assumed of it. */
  private static boolean isOverridden(Ipv4Inside place, @Nullable Nat64Prefix declared) {
    return declared != null && (place == Ipv4Inside.NAT64 || place == Ipv4Inside.NAT64_LOCAL);
  }

  private AddressClass outer(@Nullable Nat64Prefix declared, long high, long low) {
    AddressClass block = table.ipv6(high, low);
    if (declared != null || block == AddressClass.NAT64) {
      AddressClass translated = vouched ? AddressClass.NAT64_VOUCHED : AddressClass.NAT64;
      block = block.tier() == AddressTier.GUARDED ? block : translated;
    }
    boolean isatap = Ipv4Inside.ISATAP.of(high, low) != Ipv4Inside.NONE;
    return isatap ? AddressClass.stricter(block, AddressClass.ISATAP) : block;
  }
}
