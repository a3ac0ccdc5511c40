package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSpaceTest {
  private static final AddressSpace SPACE = AddressSpace.V1;

  private static AddressJudgement judge(String address) {
    return SPACE.judge(IpAddress.parse(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "168.63.129.15",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "223.255.255.255",
        "2606:4700::1111",
        "2001:4860:4860::8888",
        "2003::",
        "::ffff:8.8.8.8"
      })
  void publicAddressesAreGlobal(String address) {
    assertThat(judge(address).tier()).isEqualTo(AddressTier.GLOBAL);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0,           UNSPECIFIED",
    "0.255.255.255,     UNSPECIFIED",
    "::,                UNSPECIFIED",
    "127.0.0.1,         LOOPBACK",
    "127.255.255.255,   LOOPBACK",
    "::1,               LOOPBACK",
    "169.254.1.1,       LINK_LOCAL",
    "fe80::1,           LINK_LOCAL",
    "febf::1,           LINK_LOCAL",
    "169.254.169.254,   CLOUD_METADATA",
    "169.254.170.2,     CLOUD_METADATA",
    "100.100.100.200,   CLOUD_METADATA",
    "192.0.0.192,       CLOUD_METADATA",
    "fd00:ec2::254,     CLOUD_METADATA",
    "fd20:ce::254,      CLOUD_METADATA",
    "168.63.129.16,     CLOUD_HOST",
    "224.0.0.1,         MULTICAST",
    "ff02::1,           MULTICAST",
    "255.255.255.255,   BROADCAST",
  })
  void someAddressesNoRuleMayAllow(String address, AddressClass is) {
    assertThat(judge(address).outer()).isEqualTo(is);
    assertThat(judge(address).inner()).isNull();
    assertThat(judge(address).tier()).isEqualTo(AddressTier.GUARDED);
  }

  @Test
  void mappedAddressIsJudgedAsItsIpv4Address() {
    assertThat(judge("::ffff:1.1.1.1")).isSameAs(judge("1.1.1.1"));
    assertThat(judge("::ffff:169.254.169.254")).isSameAs(judge("169.254.169.254"));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1,        PRIVATE_USE",
    "172.31.255.255,  PRIVATE_USE",
    "192.168.0.1,     PRIVATE_USE",
    "100.64.0.1,      SHARED",
    "192.0.0.170,     IETF_PROTOCOL",
    "192.0.0.9,       NEAREST_ANYCAST",
    "192.0.2.1,       DOCUMENTATION",
    "198.19.255.255,  BENCHMARKING",
    "192.88.99.1,     RELAY_ANYCAST",
    "240.0.0.1,       RESERVED",
    "fd12:3456::1,    UNIQUE_LOCAL",
    "fec0::1,         SITE_LOCAL",
    "100::1,          DISCARD",
    "100:0:0:1::1,    DISCARD",
    "2001:2::1,       BENCHMARKING",
    "2001:1::2,       NEAREST_ANYCAST",
    "2001:20::1,      IDENTIFIER",
    "2001:db8::1,     DOCUMENTATION",
    "3fff:fff::1,     DOCUMENTATION",
    "5f00::1,         SEGMENT_ROUTING",
    "4000::1,         UNALLOCATED",
    "1fff::1,         UNALLOCATED",
  })
  void specialPurposeNeedsAGrant(String address, AddressClass is) {
    assertThat(judge(address).outer()).isEqualTo(is);
    assertThat(judge(address).tier()).isEqualTo(AddressTier.SPECIAL);
  }

  @ParameterizedTest
  @CsvSource({
    "::127.0.0.1,                        IPV4_COMPATIBLE, LOOPBACK",
    "::ffff:0:169.254.169.254,           IPV4_TRANSLATED, CLOUD_METADATA",
    "64:ff9b::a9fe:a9fe,                 NAT64,           CLOUD_METADATA",
    "64:ff9b::8.8.8.8,                   NAT64,           PUBLIC",
    "64:ff9b:1::10.0.0.1,                NAT64_LOCAL,     PRIVATE_USE",
    "2002:7f00:1::,                      SIX_TO_FOUR,     LOOPBACK",
    "2002:808:808::1,                    SIX_TO_FOUR,     PUBLIC",
    // Teredo: the server in clear, the client inverted
    "2001:0:7f00:1::f7f7:f7f7,           TEREDO,          LOOPBACK",
    "2001:0:808:808::80ff:fffe,          TEREDO,          LOOPBACK",
    "2001:0:808:808::f7f7:f7f7,          TEREDO,          PUBLIC",
    "2606:4700::5efe:10.0.0.1,           ISATAP,          PRIVATE_USE",
    "2606:4700::200:5efe:127.0.0.1,      ISATAP,          LOOPBACK",
    "fe80::5efe:8.8.8.8,                 LINK_LOCAL,      PUBLIC",
    "2002:808:808::5efe:127.0.0.1,       SIX_TO_FOUR,     LOOPBACK",
  })
  void transitionFormsAreJudgedOutsideAndInside(
      String address, AddressClass outer, AddressClass inner) {
    AddressJudgement judgement = judge(address);
    assertThat(judgement.outer()).isEqualTo(outer);
    assertThat(judgement.inner()).isEqualTo(inner);
    assertThat(judgement.tier()).isNotEqualTo(AddressTier.GLOBAL);
    assertThat(judgement.tier()).isGreaterThanOrEqualTo(inner.tier());
  }

  @Test
  void wrappedLoopbackCannotBeLifted() {
    assertThat(judge("127.0.0.1").isLiftable()).isTrue();
    assertThat(judge("::1").isLiftable()).isTrue();
    assertThat(judge("::ffff:127.0.0.1").isLiftable()).isTrue();
    assertThat(judge("64:ff9b::127.0.0.1").isLiftable()).isFalse();
    assertThat(judge("169.254.169.254").isLiftable()).isFalse();
  }

  @Test
  void judgementExplainsItself() {
    assertThat(judge("2002:7f00:1::"))
        .hasToString("6to4 (RFC 3056) around loopback (RFC 1122, RFC 4291)");
    assertThat(judge("10.0.0.1")).hasToString("private-use (RFC 1918)");
    assertThat(judge("2002:7f00:1::").decisive()).isEqualTo(AddressClass.LOOPBACK);
    assertThat(judge("2002:a00:1::").decisive()).isEqualTo(AddressClass.SIX_TO_FOUR);
  }

  @Test
  void namesTheAddressesInside() {
    assertThat(SPACE.inside(IpAddress.parse("2001:0:808:808::80ff:fffe")))
        .containsExactly(IpAddress.parse("8.8.8.8"), IpAddress.parse("127.0.0.1"));
    assertThat(SPACE.inside(IpAddress.parse("::ffff:10.0.0.1"))).isEmpty();
    assertThat(SPACE.inside(IpAddress.parse("10.0.0.1"))).isEmpty();
    assertThat(SPACE.inside(IpAddress.parse("2606:4700::1"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // RFC 6052 section 2.4 spells 192.0.2.33 out for each length
    "2001:db8::/32,            2001:db8:c000:221::",
    "2001:db8:100::/40,        2001:db8:1c0:2:21::",
    "2001:db8:122::/48,        2001:db8:122:c000:2:2100::",
    "2001:db8:122:300::/56,    2001:db8:122:3c0:0:221::",
    "2001:db8:122:344::/64,    2001:db8:122:344:c0:2:2100::",
    "2001:db8:122:344::/96,    2001:db8:122:344::192.0.2.33",
  })
  void declaredNat64PrefixesAreUnwrapped(Cidr prefix, IpAddress address) {
    AddressSpace declared = SPACE.withNat64(List.of(prefix));
    assertThat(declared.inside(address)).containsExactly(IpAddress.parse("192.0.2.33"));
    assertThat(declared.judge(address))
        .isEqualTo(AddressJudgement.of(AddressClass.NAT64, AddressClass.DOCUMENTATION));
    assertThat(SPACE.inside(address)).isEmpty();
  }

  @Test
  void vouchedNat64IsJudgedByWhatIsInside() {
    AddressSpace vouched =
        SPACE.withNat64(List.of(Cidr.parse("2a00:1:2:3::/96"))).vouchingForNat64();
    assertThat(tier(vouched, "64:ff9b::8.8.8.8")).isEqualTo(AddressTier.GLOBAL);
    assertThat(tier(vouched, "2a00:1:2:3::8.8.8.8")).isEqualTo(AddressTier.GLOBAL);
    assertThat(tier(vouched, "64:ff9b::10.0.0.1")).isEqualTo(AddressTier.SPECIAL);
    assertThat(tier(vouched, "64:ff9b::127.0.0.1")).isEqualTo(AddressTier.GUARDED);
    assertThat(vouched.judge(IpAddress.parse("64:ff9b::127.0.0.1")).isLiftable()).isFalse();
    assertThat(tier(vouched, "64:ff9b:1::8.8.8.8")).isEqualTo(AddressTier.SPECIAL);
  }

  private static AddressTier tier(AddressSpace space, String address) {
    return space.judge(IpAddress.parse(address)).tier();
  }

  @Test
  void declaredLayoutReplacesTheAssumedOne() {
    AddressSpace declared = SPACE.withNat64(List.of(Cidr.parse("64:ff9b:1::/48")));
    IpAddress address = IpAddress.parse("64:ff9b:1:a9fe:a9:fe00::");
    assertThat(declared.inside(address)).containsExactly(IpAddress.parse("169.254.169.254"));
    assertThat(declared.judge(address).tier()).isEqualTo(AddressTier.GUARDED);
    assertThat(declared.judge(IpAddress.parse("64:ff9b:1:808:8:800::")).tier())
        .isEqualTo(AddressTier.SPECIAL);
  }

  @Test
  void longestDeclaredPrefixCounts() {
    AddressSpace declared =
        SPACE.withNat64(List.of(Cidr.parse("2a00:1::/32"), Cidr.parse("2a00:1::/96")));
    assertThat(declared.inside(IpAddress.parse("2a00:1::8.8.8.8")))
        .containsExactly(IpAddress.parse("8.8.8.8"));
  }

  @Test
  void vouchingLiftsNoGuard() {
    AddressSpace vouched = SPACE.withNat64(List.of(Cidr.parse("fe80::/64"))).vouchingForNat64();
    assertThat(tier(vouched, "fe80::8:800:0:0")).isEqualTo(AddressTier.GUARDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2001:db8::/33", "2001:db8::/128", "10.0.0.0/32", "2001:db8:0:0:100::/96"})
  void otherBlocksAreNoNat64Prefixes(Cidr block) {
    assertThatThrownBy(() -> SPACE.withNat64(List.of(block)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("nat64 prefix `" + block + "`: use ");
  }
}
