package io.egressrules.net;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names under which clouds serve metadata and credentials to their own machines.
 *
 * <p>Such a name leads to an address that {@link AddressSpace} guards; it is refused as well before
 * DNS is asked, because some resolve by search domain or hosts file, and some lead to public
 * addresses. Names match exactly, not what is below them.
 *
 * @since 0.1
 */
public final class MetadataHosts {
  private static final Set<DomainName> NAMES =
      of(
          // Google Cloud: documented names, and the short one that its search domain completes.
          "metadata.google.internal",
          "metadata.goog",
          "metadata",
          // AWS: served by the resolver of EC2-Classic and of default networks.
          "instance-data.ec2.internal",
          "instance-data",
          // IBM Cloud VPC: the only name its metadata service answers to over TLS.
          "api.metadata.cloud.ibm.com",
          // Tencent Cloud: the documented name, for 169.254.0.23.
          "metadata.tencentyun.com",
          // Exoscale.
          "metadata.exoscale.com",
          // Equinix Metal and Packet before it: public addresses.
          "metadata.platformequinix.com",
          "metadata.packet.net",
          // Rancher: containers ask for it by this name.
          "rancher-metadata",
          // No vendor documents these; deny lists in use carry them, and nothing public has them.
          "metadata.aws.internal",
          "metadata.azure.internal");

  private MetadataHosts() {}

  private static Set<DomainName> of(String... names) {
    Set<DomainName> sorted = new TreeSet<>();
    for (String name : names) {
      sorted.add(DomainName.parse(name));
    }
    return Collections.unmodifiableSet(sorted);
  }

  /**
   * All the names.
   *
   * @return an immutable set in the order of names
   */
  public static Set<DomainName> names() {
    return NAMES;
  }

  /**
   * Whether a name is one of them.
   *
   * @param name any name
   * @return true if it is
   */
  public static boolean contains(DomainName name) {
    return NAMES.contains(name);
  }
}
