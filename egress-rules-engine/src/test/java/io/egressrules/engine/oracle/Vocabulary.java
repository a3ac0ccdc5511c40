package io.egressrules.engine.oracle;

import io.egressrules.net.Cidr;
import java.time.Instant;
import java.util.List;

/**
 * What scenarios speak of: few words, so that rules overlap often.
 *
 * @param hosts names that requests go to
 * @param literals IP literals that requests go to
 * @param patterns host patterns of rules
 * @param cidrs of rules
 * @param publics public addresses that names resolve to
 * @param specials special-purpose ones, transition forms and loopback included
 * @param guarded those that nothing allows, whatever the options
 */
record Vocabulary(
    List<String> hosts,
    List<String> literals,
    List<String> patterns,
    List<String> cidrs,
    List<String> publics,
    List<String> specials,
    List<String> guarded) {

  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  static final Instant BEFORE = NOW.minusSeconds(1);
  static final Instant AFTER = NOW.plusSeconds(1);

  /** Expiries: long gone, the very instant, about to come. */
  static final List<String> EXPIRIES =
      List.of("2026-01-01T00:00:00Z", NOW.toString(), AFTER.toString(), "2030-01-01T00:00:00Z");

  /** Names that levels 0 and 1 refuse. */
  static final List<String> ODD_HOSTS =
      List.of("my_host.partner.test", "metadata.google.internal", "api.metadata.cloud.ibm.com");

  static final List<String> SUBJECTS =
      List.of("checkout", "batch/nightly", "batch/hourly", "batch", "payments");
  static final List<String> SUBJECT_ENTRIES =
      List.of(
          "checkout", "batch/*", "batch*", "batch/nightly", "*", "check*", "payments", "batch/h*");
  static final List<String> SCHEMES = List.of("https", "http", "wss");
  static final List<String> PORTS =
      List.of(
          "443", "80", "8000-8099", "1-1023", "8443", "8042", "443-8442", "81-442", "8443-65535");
  static final List<String> URL_PORTS =
      List.of("", "", "", ":443", ":80", ":8042", ":8443", ":65535");
  static final List<String> METHODS = List.of("GET", "POST", "PUT");
  static final List<String> PATHS =
      List.of("/v1", "/v1/**", "/v1/*", "/v1/*/items", "/**", "/v2/items");
  static final List<String> URL_PATHS =
      List.of(
          "",
          "/",
          "/v1",
          "/v1/",
          "/v1/items",
          "/v1/a/items",
          "/v2/items",
          "/v1/a%2Fb",
          "/v1/%00",
          "/v1/%5Citems",
          "/v1//items",
          "/v1/../v2/items",
          "/v1/a%41");
  static final List<String> TRAITS =
      List.of("UNDERSCORE", "DOT_SEGMENTS", "EMPTY_SEGMENT", "ENCODED_SLASH", "USERINFO_DROPPED");
  static final List<String> PROFILES = List.of("secrets", "cards");
  static final List<String> TIERS = List.of("gold", "silver", "bronze");

  /** Blocks of special-purpose addresses, and of loopback, that touch no other guarded space. */
  static final List<String> GRANTS =
      List.of(
          "10.0.0.0/8",
          "10.1.0.0/16",
          "10.1.2.3/32",
          "192.168.0.0/16",
          "127.0.0.0/8",
          "127.0.0.1/32",
          "::1/128",
          "fd12:3456::/32",
          "203.0.113.0/24",
          "2001:db8:1::/48",
          "::ffff:10.1.0.0/112",
          "64:ff9b::a01:0/112",
          "64:ff9b::5db8:d800/120",
          "2002:a01:203::/48",
          "2001:db8:64::5db8:d800/120");

  static final List<String> SPECIALS =
      List.of(
          "10.1.2.3",
          "10.1.2.4",
          "10.2.0.1",
          "192.168.1.1",
          "203.0.113.7",
          "fd12:3456::1",
          "2001:db8:1::1",
          "::ffff:10.1.2.3",
          "64:ff9b::5db8:d822",
          "64:ff9b::a01:203",
          "2002:a01:203::1",
          "2001:db8:64::5db8:d822",
          "2001:db8:64::a9fe:a9fe",
          "127.0.0.1",
          "127.9.9.9",
          "::1",
          "::ffff:127.0.0.1");
  static final List<String> GUARDED =
      List.of(
          "169.254.169.254",
          "0.0.0.0",
          "224.0.0.1",
          "255.255.255.255",
          "168.63.129.16",
          "100.100.100.200",
          "fe80::1",
          "ff02::1",
          "::",
          "::ffff:169.254.169.254",
          "64:ff9b::a9fe:a9fe",
          "64:ff9b::7f00:1",
          "2002:7f00:1::1");

  static final Vocabulary SMALL =
      new Vocabulary(
          List.of(
              "example.com",
              "api.example.com",
              "v1.api.example.com",
              "xample.com",
              "partner.test",
              "api.partner.test",
              "db.google.internal"),
          List.of(
              "93.184.216.34",
              "[2606:2800:220:1::34]",
              "10.1.2.3",
              "127.0.0.1",
              "[::1]",
              "169.254.169.254",
              "[::ffff:93.184.216.34]",
              "[::ffff:10.1.2.3]",
              "[::ffff:127.0.0.1]",
              "[64:ff9b::5db8:d822]"),
          List.of(
              "example.com",
              "*.example.com",
              ".example.com",
              "api.example.com",
              "*.api.example.com",
              ".api.example.com",
              "v1.api.example.com",
              "xample.com",
              "partner.test",
              "*.partner.test",
              ".partner.test",
              "api.partner.test",
              "*.google.internal"),
          List.of(
              "0.0.0.0/0",
              "93.184.0.0/16",
              "93.184.216.0/24",
              "93.184.216.34/32",
              "93.184.217.0/24",
              "10.0.0.0/8",
              "10.1.0.0/16",
              "10.1.2.3/32",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "::/0",
              "2606:2800::/32",
              "2606:2800:220:1::/64",
              "2606:2800:220:1::34/128",
              "fd12:3456::/32",
              "64:ff9b::/96",
              "::ffff:93.184.216.0/120"),
          List.of(
              "93.184.216.34",
              "93.184.216.35",
              "93.184.217.1",
              "8.8.8.8",
              "2606:2800:220:1::34",
              "2606:2800:220:2::1",
              "::ffff:93.184.216.34"),
          SPECIALS,
          GUARDED);

  /** These words, without patterns that match many names and blocks that hold many addresses. */
  Vocabulary narrow() {
    return new Vocabulary(
        hosts,
        literals,
        patterns.stream().filter(pattern -> pattern.matches("[^*.].*")).toList(),
        cidrs.stream().filter(cidr -> isNarrow(Cidr.parse(cidr))).toList(),
        publics,
        specials,
        guarded);
  }

  private static boolean isNarrow(Cidr cidr) {
    return cidr.prefixLength() >= (cidr.base().isIpv4() ? 24 : 80);
  }
}
