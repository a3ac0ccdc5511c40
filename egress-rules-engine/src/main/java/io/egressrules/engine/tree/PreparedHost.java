package io.egressrules.engine.tree;

import io.egressrules.PreparedTarget;
import io.egressrules.net.Target;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A target that remembers which block its host led to, and in which names that was. */
final class PreparedHost implements PreparedTarget {
  private final Target target;

  /** Replaced as a whole, so that whoever races here reads a pair that belongs together. */
  private @Nullable volatile Found found;

  private record Found(NameBlocks names, Block block) {}

  PreparedHost(Target target) {
    this.target = Objects.requireNonNull(target);
  }

  @Override
  public Target target() {
    return target;
  }

  /** The block of the host; looked up again when these are not the names of last time. */
  Block block(NameBlocks names) {
    Found last = found;
    if (last == null || !last.names.equals(names)) {
      last = new Found(names, names.block(target));
      found = last;
    }
    return last.block;
  }

  /** As the target, without path and query. */
  @Override
  public String toString() {
    return target.toString();
  }
}
