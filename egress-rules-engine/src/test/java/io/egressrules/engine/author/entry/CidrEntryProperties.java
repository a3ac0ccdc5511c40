package io.egressrules.engine.author.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CidrEntryProperties {

  @Property
  void the_blocks_of_a_range_follow_each_other_from_its_first_address_to_its_last(
      @ForAll("addresses") BigInteger one,
      @ForAll("addresses") BigInteger other,
      @ForAll boolean ipv4) {
    BigInteger first = cut(one.min(other), ipv4);
    BigInteger last = cut(one.max(other), ipv4).max(first);
    BigInteger next = first;
    for (Cidr block : blocks(first, last, ipv4)) {
      assertThat(number(block.base())).isEqualTo(next);
      next = next.add(size(block));
    }
    assertThat(next).isEqualTo(last.add(BigInteger.ONE));
  }

  @Property
  void no_two_blocks_of_a_range_could_be_written_as_one(
      @ForAll("addresses") BigInteger one,
      @ForAll("addresses") BigInteger other,
      @ForAll boolean ipv4) {
    BigInteger first = cut(one.min(other), ipv4);
    List<Cidr> blocks = blocks(first, cut(one.max(other), ipv4).max(first), ipv4);
    for (int i = 1; i < blocks.size(); i++) {
      Cidr left = blocks.get(i - 1);
      Cidr right = blocks.get(i);
      boolean siblings =
          left.prefixLength() == right.prefixLength()
              && Cidr.enclosing(left.base(), left.prefixLength() - 1).contains(right);
      assertThat(siblings).isFalse();
    }
  }

  @Provide
  Arbitrary<BigInteger> addresses() {
    BigInteger end = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);
    Arbitrary<BigInteger> small =
        Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.valueOf(1 << 16));
    return Arbitraries.oneOf(
        small, small.map(end::subtract), Arbitraries.bigIntegers().between(BigInteger.ZERO, end));
  }

  private static List<Cidr> blocks(BigInteger first, BigInteger last, boolean ipv4) {
    return CidrEntry.parse(address(first, ipv4) + "-" + address(last, ipv4));
  }

  private static BigInteger cut(BigInteger number, boolean ipv4) {
    return ipv4 ? number.shiftRight(96).or(number.and(BigInteger.valueOf(0xFFFF))) : number;
  }

  private static IpAddress address(BigInteger number, boolean ipv4) {
    return ipv4
        ? IpAddress.ofIpv4(number.intValue())
        : IpAddress.ofIpv6(number.shiftRight(64).longValue(), number.longValue());
  }

  private static BigInteger number(IpAddress address) {
    return new BigInteger(1, address.toBytes());
  }

  private static BigInteger size(Cidr block) {
    return BigInteger.ONE.shiftLeft((block.base().isIpv4() ? 32 : 128) - block.prefixLength());
  }
}
