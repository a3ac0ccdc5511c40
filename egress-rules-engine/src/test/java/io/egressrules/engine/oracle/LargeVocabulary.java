package io.egressrules.engine.oracle;

import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import java.util.ArrayList;
import java.util.List;

/** Draws vocabularies as large services have them: thousands of names and prefixes, in families. */
final class LargeVocabulary {
  private static final List<String> LABELS =
      List.of("api", "cdn", "v1", "v2", "eu", "us", "static", "auth", "a", "b");

  private final Draw draw;
  private final List<String> hosts = new ArrayList<>();
  private final List<String> patterns = new ArrayList<>();
  private final List<String> cidrs = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();

  private LargeVocabulary(Draw draw) {
    this.draw = draw;
  }

  static Vocabulary of(Draw draw) {
    LargeVocabulary large = new LargeVocabulary(draw);
    for (int i = 0; i < 1200; i++) {
      large.name();
      large.address();
    }
    return new Vocabulary(
        large.hosts,
        Vocabulary.SMALL.literals(),
        large.patterns,
        large.cidrs,
        large.addresses,
        Vocabulary.SPECIALS,
        Vocabulary.GUARDED);
  }

  /** A name below one of forty domains, with patterns for it and for the names above it. */
  private void name() {
    String name = "site" + draw.upTo(40) + ".test";
    pattern(name);
    for (int depth = draw.upTo(4); depth > 0; depth--) {
      name = draw.one(LABELS) + "." + name;
      pattern(name);
    }
    hosts.add(name);
  }

  private void pattern(String name) {
    patterns.add(draw.one(List.of("", "", "*.", ".")) + name);
  }

  /** An address of one of few networks, and blocks of any size around it. */
  private void address() {
    boolean ipv4 = draw.chance(0.6);
    IpAddress address =
        ipv4
            ? IpAddress.ofIpv4(20 + draw.upTo(4) << 24 | draw.upTo(8) << 16 | draw.upTo(0x1000))
            : IpAddress.ofIpv6(0x2606_0000L << 32 | draw.upTo(0x40), draw.random().nextLong());
    addresses.add(address.toString());
    for (int i = 0; i < 3; i++) {
      int length = 1 + draw.upTo(ipv4 ? 32 : 128);
      cidrs.add(Cidr.enclosing(address, length).toString());
    }
  }
}
