package io.egressrules.engine.tree;

import io.egressrules.engine.lookup.NameIndex;
import io.egressrules.engine.lookup.NameIndexBuilder;
import io.egressrules.net.DomainName;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.DomainPattern.Kind;
import io.egressrules.net.MetadataHosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Finds the block of every name that a pattern is about, and of everything below it.
 *
 * <p>At a name stand the rules of its exact patterns, then of its {@code .x}; below it those of its
 * {@code .x}, then of its {@code *.x}. Behind both stand those below the next covering name.
 */
final class NameBlocksBuilder {
  private static final int UNKNOWN = -1;

  private final Memberships<DomainPattern> memberships;
  private final Chains chains;
  private final Map<String, Integer> slots = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Map<Kind, int[]> byKind = new EnumMap<>(Kind.class);
  private int[] below = {};
  private final Map<Content, Integer> blocks = new HashMap<>();

  /** What decides the rules of a block: two memberships, in this order, and the block behind. */
  private record Content(int first, int second, int behind) {}

  NameBlocksBuilder(Memberships<DomainPattern> memberships, Chains chains) {
    this.memberships = memberships;
    this.chains = chains;
    for (Kind kind : Kind.values()) {
      byKind.put(kind, new int[1024]);
    }
  }

  NameBlocks build(long seed) {
    enterPatterns();
    MetadataHosts.names().forEach(name -> slot(name.value()));
    below = new int[names.size()];
    Arrays.fill(below, UNKNOWN);
    int metadata = chains.add(Block.METADATA);
    NameIndexBuilder index = NameIndex.builder(seed);
    for (int slot = 0; slot < names.size(); slot++) {
      String name = names.get(slot);
      boolean isMetadata = MetadataHosts.contains(DomainName.parse(name));
      index.put(name, isMetadata ? metadata : at(slot), covers(slot) ? below(slot) : 0);
    }
    return new NameBlocks(index.build(), chains.blocks());
  }

  private void enterPatterns() {
    for (int list = 0; list < memberships.lists().size(); list++) {
      for (DomainPattern pattern : memberships.lists().get(list)) {
        int slot = slot(pattern.name().value());
        int[] numbers = numbers(pattern.kind());
        numbers[slot] = memberships.with(numbers[slot], list);
      }
    }
  }

  private int slot(String name) {
    Integer known = slots.putIfAbsent(name, names.size());
    if (known != null) {
      return known;
    }
    names.add(name);
    byKind.replaceAll(
        (kind, numbers) ->
            numbers.length < names.size() ? Arrays.copyOf(numbers, 2 * names.size()) : numbers);
    return names.size() - 1;
  }

  private int[] numbers(Kind kind) {
    return Objects.requireNonNull(byKind.get(kind));
  }

  private int in(Kind kind, int slot) {
    return numbers(kind)[slot];
  }

  private boolean covers(int slot) {
    return in(Kind.APEX_AND_BELOW, slot) != Memberships.NONE
        || in(Kind.BELOW, slot) != Memberships.NONE;
  }

  /** The block of the name itself. */
  private int at(int slot) {
    return block(in(Kind.EXACT, slot), in(Kind.APEX_AND_BELOW, slot), behind(names.get(slot)));
  }

  /** The block of the names below, which are also below the next covering name. */
  private int below(int slot) {
    if (below[slot] == UNKNOWN) {
      below[slot] =
          block(in(Kind.APEX_AND_BELOW, slot), in(Kind.BELOW, slot), behind(names.get(slot)));
    }
    return below[slot];
  }

  /** The block below the next name that covers this one, or that without rules. */
  private int behind(String name) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      Integer covering = slots.get(name.substring(dot + 1));
      if (covering != null && covers(covering)) {
        return below(covering);
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
