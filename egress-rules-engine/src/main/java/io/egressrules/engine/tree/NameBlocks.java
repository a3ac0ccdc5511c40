package io.egressrules.engine.tree;

import io.egressrules.engine.lookup.NameIndex;
import io.egressrules.net.TargetView;

/** The blocks that host names lead to. */
final class NameBlocks {
  private final NameIndex index;

  /** Block n belongs to the value n of the index; 0 is that of names without rules. */
  private final Block[] blocks;

  NameBlocks(NameIndex index, Block[] blocks) {
    this.index = index;
    this.blocks = blocks;
  }

  /**
   * The block of a host: of the patterns that match, the closest first. That of an address is
   * empty.
   */
  Block block(TargetView target) {
    return target.isIpAddress() ? Block.EMPTY : blocks[index.find(target.hostWords())];
  }

  NameIndex index() {
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
