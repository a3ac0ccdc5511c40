package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.plausible;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.net.IpAddress;
import io.egressrules.net.MalformedException;
import io.egressrules.policy.Confidence;
import java.util.List;

/** What identifies a person's machine in a network. */
final class Networks {
  private static final String IPV4_SOURCE = "RFC 791, section 3.2";
  private static final String IPV4 =
      "(?:^|[^0-9A-Za-z_.-])([0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}(?:\\.[0-9]+)*)\\b";
  private static final String[] WORDS = {
    "ip", "ips", "ipv4", "ipv6", "client", "host", "address", "addr", "remote", "server", "gateway"
  };

  private Networks() {}

  static List<Detector> all() {
    return List.of(ipv4(), smallIpv4(), ipv6(), mac());
  }

  private static Detector ipv4() {
    return personal("ipv4-address", "IPv4 address of a host", IPV4_SOURCE)
        .pattern(IPV4)
        .near(Confidence.VERY_LIKELY, WORDS)
        .validator(plausible(text -> isIpv4Host(text) && !isSmall(text)))
        .finds("48.90.248.226", "client_ip = |36.106.174.11|", "http://193.0.6.139:80/")
        .ignores("1.2.3.4.5", "v1.20.30.4", "127.0.0.1", "255.255.255.0", "08.80.80.8", "1.2.3.256")
        .build();
  }

  private static Detector smallIpv4() {
    return personal(
            "ipv4-address-small", "IPv4 address that may be a version or a section", IPV4_SOURCE)
        .pattern(IPV4)
        .onlyNear(Confidence.LIKELY, WORDS)
        .validator(plausible(text -> isIpv4Host(text) && isSmall(text)))
        .finds("client 10.0.0.1", "remoteAddress=8.8.8.8")
        .ignores("10.0.0.1", "section 8.1.4.2", "ip 48.90.248.226", "ip 0.0.0.0")
        .build();
  }

  /** Fewer than two numbers of two digits, and none of three. */
  private static boolean isSmall(CharSequence text) {
    return text.length() <= "10.0.0.1".length();
  }

  /** A unicast address, and not one of the machine itself. */
  private static boolean isIpv4Host(CharSequence text) {
    String address = text.toString();
    if (!isAddress(address) || address.indexOf(':') >= 0) {
      return false;
    }
    int first = Integer.parseInt(address.substring(0, address.indexOf('.')));
    return first > 0 && first != 127 && first < 224;
  }

  private static Detector ipv6() {
    return personal("ipv6-address", "IPv6 address of a host", "RFC 4291, section 2.2")
        .pattern(
            "(?:^|[^0-9A-Za-z_:.])([0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:(?:[0-9A-Za-z_:]|\\.[0-9A-Za-z])*)")
        .near(Confidence.VERY_LIKELY, WORDS)
        .validator(plausible(Networks::isIpv6Host))
        .finds(
            "2001:db8::1.",
            "[2001:db8::1]:8080",
            "fe80::1%eth0",
            "::ffff:172.16.0.1",
            "684D:1111:222:3333:4444:5555:6:77")
        .ignores("std::cout", "12:34:56", "::1", "[1::2]", "2001::25de::cade", "2001:db8::1text")
        .build();
  }

  /** An address of a host in the space that RFC 6890 lists: not loopback, not multicast. */
  private static boolean isIpv6Host(CharSequence text) {
    String address = text.toString();
    if (!isAddress(address) || address.indexOf(':') < 0) {
      return false;
    }
    IpAddress parsed = IpAddress.parse(address);
    if (parsed.isIpv4()) {
      return true;
    }
    int first = (int) (parsed.high() >>> 48);
    boolean mapped = parsed.high() == 0 && (parsed.low() >>> 32) == 0xffff;
    return mapped
        || first == 0x64
        || (first & 0xfe00) == 0xfc00
        || (first & 0xffc0) == 0xfe80
        || (first >= 0x1000 && first < 0xfc00);
  }

  private static boolean isAddress(String text) {
    try {
      IpAddress.parse(text);
      return true;
    } catch (MalformedException e) {
      return false;
    }
  }

  private static Detector mac() {
    return personal("mac-address", "hardware address of a machine", "IEEE 802, section 8")
        .pattern(
            "(?:^|[^0-9A-Za-z_:-])([0-9A-Fa-f]{2}:[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){4}(?::[0-9A-Fa-f]+)*)\\b")
        .pattern(
            "(?:^|[^0-9A-Za-z_:-])([0-9A-Fa-f]{2}-[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){4}(?:-[0-9A-Fa-f]+)*)\\b")
        .pattern(
            "(?:^|[^0-9A-Za-z_.])([0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}(?:\\.[0-9A-Fa-f]+)*)\\b")
        .near(Confidence.VERY_LIKELY, "mac", "hardware", "ethernet", "physical", "bssid", "device")
        .validator(
            plausible(
                text -> {
                  String compact = text.toString().replaceAll("[:.-]", "");
                  return compact.length() == 12 && compact.chars().distinct().count() > 1;
                }))
        .finds("00:1A:2B:3C:4D:5E", "AA-BB-CC-DD-EE-FF", "Physical address is aabb.ccdd.eeff")
        .ignores(
            "00:00:00:00:00:00",
            "FF:FF:FF:FF:FF:FF",
            "10:2F:33-AC-29-C3",
            "00:1A:2B:3C:4D:5E:6F:70")
        .build();
  }
}
