package io.egressrules.net;

/** Writes IP addresses: dotted quads, and IPv6 as RFC 5952 has it. */
final class AddressText {
  private static final int GROUPS = 8;

  private AddressText() {}

  static String ipv4(long bits) {
    return appendIpv4(new StringBuilder(15), bits).toString();
  }

  private static StringBuilder appendIpv4(StringBuilder out, long bits) {
    return out.append(bits >>> 24 & 0xFF)
        .append('.')
        .append(bits >>> 16 & 0xFF)
        .append('.')
        .append(bits >>> 8 & 0xFF)
        .append('.')
        .append(bits & 0xFF);
  }

  /** RFC 5952 section 4, and section 5 (mixed notation) for IPv4-mapped addresses. */
  static String ipv6(long high, long low) {
    if (IpAddress.isMapped(high, low)) {
      return appendIpv4(new StringBuilder(22).append("::ffff:"), low).toString();
    }
    int gapLength = longestZeroRun(high, low);
    int gap = gapLength > 1 ? zeroRunOf(gapLength, high, low) : GROUPS;
    StringBuilder out = new StringBuilder(39);
    for (int index = 0; index < GROUPS; index++) {
      if (index == gap) {
        out.append("::");
        index += gapLength - 1;
        continue;
      }
      if (index > 0 && index != gap + gapLength) {
        out.append(':');
      }
      out.append(Integer.toHexString(group(index, high, low)));
    }
    return out.toString();
  }

  private static int group(int index, long high, long low) {
    long half = index < 4 ? high : low;
    return (int) (half >>> (48 - 16 * (index & 3))) & 0xFFFF;
  }

  private static int zeroRunAt(int start, long high, long low) {
    int end = start;
    while (end < GROUPS && group(end, high, low) == 0) {
      end++;
    }
    return end - start;
  }

  private static int longestZeroRun(long high, long low) {
    int longest = 0;
    for (int start = 0; start < GROUPS; start++) {
      longest = Math.max(longest, zeroRunAt(start, high, low));
    }
    return longest;
  }

  /** The first group of the first run of that length (RFC 5952 section 4.2.3). */
  private static int zeroRunOf(int length, long high, long low) {
    int start = 0;
    while (zeroRunAt(start, high, low) != length) {
      start++;
    }
    return start;
  }
}
