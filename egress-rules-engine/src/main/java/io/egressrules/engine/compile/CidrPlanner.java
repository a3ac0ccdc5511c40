package io.egressrules.engine.compile;

import com.google.common.primitives.ImmutableIntArray;
import io.egressrules.engine.plan.CidrTable;
import io.egressrules.engine.plan.PlannedBlock;
import io.egressrules.engine.plan.PlannedCidrs;
import io.egressrules.engine.plan.Ticks;
import io.egressrules.net.Cidr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the block of every CIDR: its rules, and behind them those of the next covering CIDR. */
final class CidrPlanner {
  private final Memberships<Cidr> memberships;
  private final Ticks ticks;
  private final Blocks blocks = new Blocks(PlannedCidrs.FIRST);
  private final Map<Content, Integer> blocksByContent = new HashMap<>();
  private final CidrTable.Builder table = CidrTable.builder();
  private final Deque<Covering> open = new ArrayDeque<>();

  /** What decides the rules of a block. */
  private record Content(int membership, int behind, int prefixLength) {}

  /** A CIDR that covers those that follow it in order, and its block. */
  private record Covering(Cidr cidr, int block) {}

  /** A CIDR in a list. In order, wider CIDRs come first. */
  private record Listed(Cidr cidr, int list) implements Comparable<Listed> {
    @Override
    public int compareTo(Listed other) {
      int order = cidr.compareTo(other.cidr);
      return order != 0 ? order : Integer.compare(list, other.list);
    }
  }

  private CidrPlanner(Memberships<Cidr> memberships, Ticks ticks) {
    this.memberships = memberships;
    this.ticks = ticks;
  }

  static PlannedCidrs plan(Memberships<Cidr> memberships, Ticks ticks) {
    return new CidrPlanner(memberships, ticks).plan();
  }

  private PlannedCidrs plan() {
    List<Listed> widerFirst = widerFirst();
    int at = 0;
    while (at < widerFirst.size()) {
      Cidr cidr = widerFirst.get(at).cidr;
      int membership = Memberships.NONE;
      while (at < widerFirst.size() && widerFirst.get(at).cidr.equals(cidr)) {
        membership = memberships.with(membership, widerFirst.get(at).list);
        at++;
      }
      put(cidr, membership);
    }
    return new PlannedCidrs(table.build(), blocks.all());
  }

  private List<Listed> widerFirst() {
    List<Listed> all = new ArrayList<>();
    for (int list = 0; list < memberships.lists().size(); list++) {
      for (Cidr cidr : memberships.lists().get(list)) {
        all.add(new Listed(cidr.unmapped(), list));
        ticks.tick();
      }
    }
    Collections.sort(all);
    return all;
  }

  private void put(Cidr cidr, int membership) {
    while (!open.isEmpty() && !open.peek().cidr.contains(cidr)) {
      open.pop();
    }
    int behind = open.isEmpty() ? PlannedBlock.EMPTY : open.peek().block;
    int block = block(membership, behind, cidr.prefixLength());
    table.put(cidr, block);
    open.push(new Covering(cidr, block));
  }

  private int block(int membership, int behind, int prefixLength) {
    return blocksByContent.computeIfAbsent(
        new Content(membership, behind, prefixLength),
        fresh ->
            blocks.number(
                ImmutableIntArray.copyOf(memberships.rules(membership)), behind, prefixLength));
  }
}
