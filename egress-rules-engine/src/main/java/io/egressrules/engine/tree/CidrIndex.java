package io.egressrules.engine.tree;

import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import java.util.HashMap;
import java.util.Map;

/** A number for every CIDR; an address has that of the longest prefix it lies in, or 0. */
final class CidrIndex {
  private final Map<Cidr, Integer> values;

  private CidrIndex(Map<Cidr, Integer> values) {
    this.values = values;
  }

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CidrIndex}. */
  static final class Builder {
    private final Map<Cidr, Integer> values = new HashMap<>();

    Builder put(Cidr cidr, int value) {
      values.put(cidr, value);
      return this;
    }

    CidrIndex build() {
      return new CidrIndex(values);
    }
  }

  int find(IpAddress unmapped) {
    for (int length = unmapped.isIpv4() ? 32 : 128; length >= 0 && !values.isEmpty(); length--) {
      Integer value = values.get(Cidr.enclosing(unmapped, length));
      if (value != null) {
        return value;
      }
    }
    return 0;
  }
}
