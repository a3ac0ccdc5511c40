package io.egressrules.examples.benchmarks.peer;

import inet.ipaddr.ipv6.IPv6Address;
import inet.ipaddr.ipv6.IPv6AddressAssociativeTrie;
import inet.ipaddr.ipv6.IPv6AddressAssociativeTrie.IPv6AssociativeTrieNode;
import io.egressrules.net.Cidr;
import io.egressrules.net.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trie of IPAddress, for IPv6. */
public final class Ipv6Trie {
  private final IPv6AddressAssociativeTrie<Integer> trie = new IPv6AddressAssociativeTrie<>();

  /**
   * Builds it.
   *
   * @param prefixes all different
   */
  public Ipv6Trie(List<Cidr> prefixes) {
    for (int i = 0; i < prefixes.size(); i++) {
      Cidr prefix = prefixes.get(i);
      trie.put(address(prefix.base()).toPrefixBlock(prefix.prefixLength()), i + 1);
    }
  }

  /**
   * An address of that library.
   *
   * @param address an IPv6 address
   * @return a new one
   */
  public static IPv6Address address(IpAddress address) {
    return new IPv6Address(address.toBytes());
  }

  /**
   * Looks an address up.
   *
   * @param address an address of that library, made beforehand
   * @return 1 more than the index of the longest prefix, or 0
   */
  public int find(IPv6Address address) {
    IPv6AssociativeTrieNode<Integer> node = trie.longestPrefixMatchNode(address);
    @Nullable Integer number = node == null ? null : node.getValue();
    return number == null ? 0 : number;
  }
}
