package io.egressrules.engine.oracle;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import java.util.Comparator;

/**
 * The place of a rule in the order of SEMANTICS.md section 4; the first determines.
 *
 * @param kind 0 matched by a host pattern, 1 without hosts and with CIDRs, 2 neither
 * @param length of the pattern's name or of the prefix; -1 when unknown
 * @param form 0 exact, 1 {@code .x}, 2 {@code *.x}
 * @param id the rule's id
 */
record Rank(int kind, int length, int form, String id) implements Comparable<Rank> {
  private static final Comparator<Rank> ORDER =
      comparing(Rank::kind)
          .thenComparing(Rank::length, reverseOrder())
          .thenComparing(Rank::form)
          .thenComparing(Rank::id);

  static Rank of(DomainPattern pattern, String id) {
    int form =
        switch (pattern.kind()) {
          case EXACT -> 0;
          case APEX_AND_BELOW -> 1;
          case BELOW -> 2;
        };
    return new Rank(0, pattern.name().value().length(), form, id);
  }

  static Rank of(Cidr cidr, String id) {
    return new Rank(1, cidr.prefixLength(), 0, id);
  }

  static Rank ofUnknownCidr(String id) {
    return new Rank(1, -1, 0, id);
  }

  static Rank ofNeither(String id) {
    return new Rank(2, 0, 0, id);
  }

  @Override
  public int compareTo(Rank other) {
    return ORDER.compare(this, other);
  }
}
