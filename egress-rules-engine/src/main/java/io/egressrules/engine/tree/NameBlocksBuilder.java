package io.egressrules.engine.tree;

import io.egressrules.engine.lookup.NameIndex;
import io.egressrules.engine.lookup.NameIndexBuilder;
import io.egressrules.net.DomainName;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.MetadataHosts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the block of every name that a pattern is about, and of everything below it.
 *
 * <p>At a name stand the rules of its exact patterns, then of its {@code .x}; below it those of its
 * {@code .x}, then of its {@code *.x}. Behind both stand those below the next covering name.
 */
final class NameBlocksBuilder {
  private static final int NO_VALUE = 0;

  private final Memberships<DomainPattern> memberships;
  private final Chains chains;
  private final int metadata;
  private final Map<String, Name> names = new HashMap<>();
  private final Map<Content, Integer> blocks = new HashMap<>();

  /** What is known of a name: the memberships of its patterns, by kind. */
  private static final class Name {
    private static final int UNKNOWN = -1;

    private int exact = Memberships.NONE;
    private int apexAndBelow = Memberships.NONE;
    private int onlyBelow = Memberships.NONE;
    private boolean isMetadata;
    private int blockBelow = UNKNOWN;

    boolean covers() {
      return apexAndBelow != Memberships.NONE || onlyBelow != Memberships.NONE;
    }
  }

  /** What decides the rules of a block: two memberships, in this order, and the block behind. */
  private record Content(int first, int second, int behind) {}

  NameBlocksBuilder(Memberships<DomainPattern> memberships, Chains chains) {
    this.memberships = memberships;
    this.chains = chains;
    this.metadata = chains.add(Block.METADATA);
  }

  NameBlocks build(long seed) {
    List<List<DomainPattern>> lists = memberships.lists();
    for (int list = 0; list < lists.size(); list++) {
      for (DomainPattern pattern : lists.get(list)) {
        enter(pattern, list);
      }
    }
    for (DomainName name : MetadataHosts.names()) {
      name(name.value()).isMetadata = true;
    }
    NameIndexBuilder index = NameIndex.builder(seed);
    names.forEach(
        (text, name) ->
            index.put(
                text, blockAt(text, name), name.covers() ? blockBelow(text, name) : NO_VALUE));
    return new NameBlocks(index.build(), chains.blocks());
  }

  private Name name(String text) {
    return names.computeIfAbsent(text, fresh -> new Name());
  }

  private void enter(DomainPattern pattern, int list) {
    Name name = name(pattern.name().value());
    switch (pattern.kind()) {
      case EXACT -> name.exact = memberships.with(name.exact, list);
      case APEX_AND_BELOW -> name.apexAndBelow = memberships.with(name.apexAndBelow, list);
      case BELOW -> name.onlyBelow = memberships.with(name.onlyBelow, list);
    }
  }

  /** The block of the name itself. */
  private int blockAt(String text, Name name) {
    return name.isMetadata ? metadata : block(name.exact, name.apexAndBelow, behind(text));
  }

  /** The block of the names below, which are also below the next covering name. */
  private int blockBelow(String text, Name name) {
    if (name.blockBelow == Name.UNKNOWN) {
      name.blockBelow = block(name.apexAndBelow, name.onlyBelow, behind(text));
    }
    return name.blockBelow;
  }

  /** The block below the next name that covers this one, or that without rules. */
  private int behind(String text) {
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      String above = text.substring(dot + 1);
      Name covering = names.get(above);
      if (covering != null && covering.covers()) {
        return blockBelow(above, covering);
      }
    }
    return Chains.EMPTY;
  }

  private int block(int first, int second, int behind) {
    return blocks.computeIfAbsent(
        new Content(first, second, behind),
        fresh -> chains.number(inOrder(first, second), behind, -1));
  }

  private int[] inOrder(int first, int second) {
    return IntStream.concat(
            Arrays.stream(memberships.rules(first)), Arrays.stream(memberships.rules(second)))
        .distinct()
        .toArray();
  }

  /** How many names there are. */
  int size() {
    return names.size();
  }

  /** How many links the chains have. */
  int links() {
    return chains.size();
  }
}
