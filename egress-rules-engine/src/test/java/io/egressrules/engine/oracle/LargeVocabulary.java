package io.egressrules.engine.oracle;

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

  /** An address with prefixes around it, some of them shared with its neighbours. */
  private void address() {
    if (draw.chance(0.6)) {
      int[] octet = {20 + draw.upTo(4), draw.upTo(8), draw.upTo(16), draw.upTo(256)};
      addresses.add(octet[0] + "." + octet[1] + "." + octet[2] + "." + octet[3]);
      cidrs.add(octet[0] + ".0.0.0/8");
      cidrs.add(octet[0] + "." + octet[1] + ".0.0/16");
      cidrs.add(octet[0] + "." + octet[1] + "." + octet[2] + ".0/24");
      cidrs.add(octet[0] + "." + octet[1] + "." + octet[2] + "." + (octet[3] & 0xF8) + "/29");
    } else {
      String network = "2606:" + draw.upTo(8) + ":" + draw.upTo(8);
      addresses.add(network + "::" + Integer.toHexString(draw.upTo(0x10000)));
      cidrs.add("2606::/16");
      cidrs.add(network + "::/48");
      cidrs.add(network + "::/64");
    }
  }
}
