package io.egressrules.examples.corpus.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.egressrules.net.AddressClass;
import io.egressrules.net.AddressSpace;
import io.egressrules.net.AddressTier;
import io.egressrules.net.Cidr;
import java.util.List;
import java.util.Set;

/**
 * Blocks of both families, and whether they are globally reachable. A block is open to the library
 * when any part of it is for no special purpose, or every part may be allowed like a public
 * address. IPv4-mapped addresses are what the IPv4 addresses are, so their block tells nothing.
 */
final class SpecialPurposeBlocks implements Format {
  @Override
  public Listed read(JsonNode line) {
    Cidr block = Cidr.parse(line.path("block").asText());
    boolean isMapped = !block.unmapped().equals(block);
    boolean isReachable = line.path("globally_reachable").asBoolean();
    return new Listed(
        block.toString(),
        isReachable || isMapped ? List.of(block.toString()) : List.of(),
        new Answer(isOpen(block) ? block.toString() : null, null));
  }

  private static boolean isOpen(Cidr block) {
    Set<AddressClass> classes = AddressSpace.LATEST.classes(block);
    return classes.contains(AddressClass.PUBLIC)
        || classes.stream().allMatch(is -> is.tier() == AddressTier.GLOBAL);
  }
}
