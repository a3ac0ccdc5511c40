package io.egressrules.examples.corpus.address;

import com.fasterxml.jackson.databind.JsonNode;
import io.egressrules.examples.corpus.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The IPv4 blocks of a registry of special-purpose addresses, read without the library. */
final class Registry {
  private static final long END = 1L << 32;

  private record Block(long first, long end, boolean isReachable) {}

  /**
   * Addresses of which the registry says one thing.
   *
   * @param first the first of them
   * @param end the one behind the last
   * @param isReachable whether they are globally reachable; what is not said to be is not
   */
  record Interval(long first, long end, boolean isReachable) {}

  private final List<Block> smallestFirst;

  private Registry(List<Block> smallestFirst) {
    this.smallestFirst = smallestFirst;
  }

  static Registry read(Path file) throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (JsonNode line : Lines.read(file)) {
      if (line.path("family").asInt() == 4) {
        blocks.add(block(line.path("block").asText(), line.path("globally_reachable").asBoolean()));
      }
    }
    blocks.sort(Comparator.comparingLong(block -> block.end - block.first));
    return new Registry(blocks);
  }

  private static Block block(String text, boolean isReachable) {
    int slash = text.indexOf('/');
    long first = 0;
    for (String octet : text.substring(0, slash).split("\\.", -1)) {
      first = first * 256 + Integer.parseInt(octet);
    }
    long size = END >> Integer.parseInt(text.substring(slash + 1));
    return new Block(first, first + size, isReachable);
  }

  /** Every address once, in order. */
  List<Interval> intervals() {
    TreeSet<Long> edges = new TreeSet<>(List.of(0L, END));
    for (Block block : smallestFirst) {
      edges.add(block.first);
      edges.add(block.end);
    }
    return edges.headSet(END).stream()
        .map(first -> new Interval(first, edges.higher(first), isReachable(first)))
        .toList();
  }

  /** The smallest block that holds the address decides; in none, it is an ordinary one. */
  private boolean isReachable(long address) {
    return smallestFirst.stream()
        .filter(block -> block.first <= address && address < block.end)
        .findFirst()
        .map(Block::isReachable)
        .orElse(true);
  }
}
