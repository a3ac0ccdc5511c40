package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AddressProperties {

  @Provide
  Arbitrary<IpAddress> addresses() {
    Arbitrary<Long> halves =
        Arbitraries.oneOf(
            Arbitraries.longs(),
            Arbitraries.of(0L, 1L, -1L, 0xFFFF_0000_0000L, 0xFFFF_0A00_0001L, 0x1_0000_0000L),
            Arbitraries.integers().between(0, 15).map(AddressProperties::someGroups));
    return Arbitraries.oneOf(
        Arbitraries.integers().map(IpAddress::ofIpv4),
        Combinators.combine(halves, halves).as(IpAddress::ofIpv6));
  }

  /** Four groups, zero where {@code set} has no bit. */
  private static long someGroups(int set) {
    long half = 0;
    for (int group = 0; group < 4; group++) {
      half = half << 16 | ((set >> group & 1) == 0 ? 0 : 0xA0B);
    }
    return half;
  }

  @Property
  void textIsReadBack(@ForAll("addresses") IpAddress address) {
    assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
    assertThat(Host.parse(address.toUriString())).isEqualTo(address);
    assertThat(IpAddress.parse(address.toString())).hasSameHashCodeAs(address);
  }

  @Property
  void octetsAreReadBack(@ForAll("addresses") IpAddress address) {
    assertThat(IpAddress.ofBytes(address.toBytes())).isEqualTo(address);
    assertThat(IpAddress.of(address.toInetAddress())).isEqualTo(address.unmapped());
  }

  /** The JDK reads canonical literals without DNS, and reads them alike. */
  @Property
  void jdkReadsCanonicalTextAlike(@ForAll("addresses") IpAddress address)
      throws UnknownHostException {
    assertThat(IpAddress.of(InetAddress.getByName(address.toString())))
        .isEqualTo(address.unmapped());
  }

  @Property
  void longFormIsReadAlike(@ForAll long high, @ForAll long low) {
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < 8; group++) {
      long half = group < 4 ? high : low;
      text.append(group == 0 ? "" : ":")
          .append("%04X".formatted(half >>> (48 - 16 * (group & 3)) & 0xFFFF));
    }
    assertThat(IpAddress.parse(text.toString())).isEqualTo(IpAddress.ofIpv6(high, low));
  }

  @Property(tries = 5_000)
  void anyTextIsReadOrRefused(@ForAll("addressLike") String text) {
    Throwable thrown = catchThrowable(() -> IpAddress.parse(text));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(MalformedException.class);
    } else {
      assertThat(IpAddress.parse(IpAddress.parse(text).toString()))
          .isEqualTo(IpAddress.parse(text));
    }
  }

  @Provide
  Arbitrary<String> addressLike() {
    return Arbitraries.of(
            "0", "1", "255", "256", "ffff", "12345", ".", ".", ":", ":", "::", "%1", "g")
        .list()
        .ofMaxSize(16)
        .map(pieces -> String.join("", pieces));
  }

  @Property
  void orderIsThatOfTheOctets(@ForAll("addresses") IpAddress a, @ForAll("addresses") IpAddress b) {
    int expected = a.isIpv4() == b.isIpv4() ? number(a).compareTo(number(b)) : a.isIpv4() ? -1 : 1;
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(expected);
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
  }

  private static BigInteger number(IpAddress address) {
    return new BigInteger(1, address.toBytes());
  }

  @Property
  void blockHoldsWhatSharesItsFirstBits(
      @ForAll("addresses") IpAddress base,
      @ForAll("addresses") IpAddress address,
      @ForAll @IntRange(max = 128) int anyLength) {
    int width = base.isIpv4() ? 32 : 128;
    int length = anyLength % (width + 1);
    Cidr block = Cidr.enclosing(base, length);
    boolean shares =
        base.isIpv4() == address.isIpv4()
            && number(base)
                .shiftRight(width - length)
                .equals(number(address).shiftRight(width - length));
    assertThat(block.contains(address)).isEqualTo(shares);
    assertThat(block.contains(base)).isTrue();
    assertThat(Cidr.parse(block.toString())).isEqualTo(block).hasSameHashCodeAs(block);
    assertThat(block.contains(Cidr.enclosing(base, width))).isTrue();
  }

  @Property
  void strictestPartDecides(@ForAll("addresses") IpAddress address) {
    AddressSpace space = AddressSpace.LATEST;
    AddressTier judged = space.judge(address).tier();
    for (IpAddress inner : space.inside(address)) {
      assertThat(judged).isGreaterThanOrEqualTo(space.judge(inner).tier());
    }
    assertThat(space.judge(address.unmapped())).isSameAs(space.judge(address));
  }
}
