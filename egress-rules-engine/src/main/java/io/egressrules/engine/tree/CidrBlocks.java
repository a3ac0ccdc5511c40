package io.egressrules.engine.tree;

import io.egressrules.engine.lookup.CidrIndex;
import io.egressrules.net.IpAddress;

/** The blocks that addresses lead to. */
final class CidrBlocks {
  private final CidrIndex index;

  /** Block n belongs to the value n of the index; 0 is that of addresses without rules. */
  private final Block[] blocks;

  CidrBlocks(CidrIndex index, Block[] blocks) {
    this.index = index;
    this.blocks = blocks;
  }

  /** The block of an address: of the CIDRs it lies in, the longest prefix first. */
  Block block(IpAddress unmapped) {
    return blocks[index.find(unmapped)];
  }

  CidrIndex index() {
    return index;
  }

  /** The most steps of a look-up. */
  int mostSteps() {
    return index.mostSteps();
  }

  Block[] blocks() {
    return blocks;
  }
}
