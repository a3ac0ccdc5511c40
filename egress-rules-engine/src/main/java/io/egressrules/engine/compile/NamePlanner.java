package io.egressrules.engine.compile;

import com.google.common.primitives.ImmutableIntArray;
import io.egressrules.engine.plan.NameTable;
import io.egressrules.engine.plan.PlannedBlock;
import io.egressrules.engine.plan.PlannedNames;
import io.egressrules.engine.plan.Ticks;
import io.egressrules.net.DomainName;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.DomainPattern.Kind;
import io.egressrules.net.MetadataHosts;
import java.util.Arrays;
import java.util.BitSet;
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
final class NamePlanner {
  private static final int NO_VALUE = 0;
  private static final int KINDS = 3;
  private static final int UNKNOWN = -1;

  private final Memberships<DomainPattern> memberships;
  private final Ticks ticks;
  private final NameNumbers names = new NameNumbers();
  private final Blocks blocks = new Blocks(PlannedNames.FIRST);
  private final Map<Content, Integer> blocksByContent = new HashMap<>();

  /** The memberships of the patterns of each name, one for each kind. */
  private int[] byKind = new int[KINDS << 4];

  private int[] blocksBelow = {};

  /** What decides the rules of a block: two memberships, in this order, and the block behind. */
  private record Content(int first, int second, int behind) {}

  private NamePlanner(Memberships<DomainPattern> memberships, Ticks ticks) {
    this.memberships = memberships;
    this.ticks = ticks;
  }

  static PlannedNames plan(Memberships<DomainPattern> memberships, Ticks ticks) {
    return new NamePlanner(memberships, ticks).plan();
  }

  private PlannedNames plan() {
    List<List<DomainPattern>> lists = memberships.lists();
    for (int list = 0; list < lists.size(); list++) {
      for (DomainPattern pattern : lists.get(list)) {
        int place = place(enter(pattern.name()), pattern.kind());
        byKind[place] = memberships.with(byKind[place], list);
        ticks.tick();
      }
    }
    BitSet metadata = new BitSet();
    MetadataHosts.names().forEach(name -> metadata.set(enter(name)));
    return new PlannedNames(table(metadata), blocks.all());
  }

  private int enter(DomainName name) {
    int number = names.enter(name.value());
    if (KINDS * (number + 1) > byKind.length) {
      byKind = Arrays.copyOf(byKind, 2 * byKind.length);
    }
    return number;
  }

  private NameTable table(BitSet metadata) {
    blocksBelow = new int[names.size()];
    Arrays.fill(blocksBelow, UNKNOWN);
    NameTable.Builder table = NameTable.builder();
    for (int name = 0; name < names.size(); name++) {
      int at = metadata.get(name) ? PlannedNames.METADATA : blockAt(name);
      table.put(names.name(name), at, covers(name) ? blockBelow(name) : NO_VALUE);
    }
    return table.build();
  }

  private int membership(int name, Kind kind) {
    return byKind[place(name, kind)];
  }

  private static int place(int name, Kind kind) {
    return KINDS * name
        + switch (kind) {
          case EXACT -> 0;
          case APEX_AND_BELOW -> 1;
          case BELOW -> 2;
        };
  }

  private boolean covers(int name) {
    return membership(name, Kind.APEX_AND_BELOW) != Memberships.NONE
        || membership(name, Kind.BELOW) != Memberships.NONE;
  }

  /** The block of the name itself. */
  private int blockAt(int name) {
    return block(membership(name, Kind.EXACT), membership(name, Kind.APEX_AND_BELOW), behind(name));
  }

  /** The block of the names below, which are also below the next covering name. */
  private int blockBelow(int name) {
    if (blocksBelow[name] == UNKNOWN) {
      blocksBelow[name] =
          block(membership(name, Kind.APEX_AND_BELOW), membership(name, Kind.BELOW), behind(name));
    }
    return blocksBelow[name];
  }

  /** The block below the next name that covers this one, or that without rules. */
  private int behind(int name) {
    String text = names.name(name);
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      int above = names.find(text, dot + 1);
      if (above != NameNumbers.NONE && covers(above)) {
        return blockBelow(above);
      }
    }
    return PlannedBlock.EMPTY;
  }

  private int block(int first, int second, int behind) {
    return blocksByContent.computeIfAbsent(
        new Content(first, second, behind),
        fresh -> blocks.number(inOrder(first, second), behind, PlannedBlock.NO_PREFIX));
  }

  private ImmutableIntArray inOrder(int first, int second) {
    return ImmutableIntArray.copyOf(
        IntStream.concat(
                Arrays.stream(memberships.rules(first)), Arrays.stream(memberships.rules(second)))
            .distinct());
  }
}
