package io.egressrules.engine.tree;

import io.egressrules.engine.lookup.CidrIndex;
import io.egressrules.net.Cidr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the block of every CIDR: its rules, and behind them those of the next covering CIDR. */
final class CidrBlocksBuilder {
  private final Memberships<Cidr> memberships;
  private final Chains chains;
  private final Map<Cidr, Integer> numbers = new HashMap<>();
  private final Map<Content, Integer> blocks = new HashMap<>();

  /** What decides the rules of a block. */
  private record Content(int membership, int behind, int prefixLength) {}

  /** A CIDR that covers those that follow it in order, and its block. */
  private record Covering(Cidr cidr, int block) {}

  CidrBlocksBuilder(Memberships<Cidr> memberships, Chains chains) {
    this.memberships = memberships;
    this.chains = chains;
  }

  CidrBlocks build() {
    for (int list = 0; list < memberships.lists().size(); list++) {
      for (Cidr cidr : memberships.lists().get(list)) {
        enter(cidr.unmapped(), list);
      }
    }
    CidrIndex.Builder index = CidrIndex.builder();
    List<Cidr> widerFirst = new ArrayList<>(numbers.keySet());
    Collections.sort(widerFirst);
    Deque<Covering> open = new ArrayDeque<>();
    for (Cidr cidr : widerFirst) {
      while (!open.isEmpty() && !open.peek().cidr.contains(cidr)) {
        open.pop();
      }
      int behind = open.isEmpty() ? Chains.EMPTY : open.peek().block;
      int block = block(Objects.requireNonNull(numbers.get(cidr)), behind, cidr.prefixLength());
      index.put(cidr, block);
      open.push(new Covering(cidr, block));
    }
    return new CidrBlocks(index.build(), chains.blocks());
  }

  private void enter(Cidr cidr, int list) {
    numbers.merge(
        cidr,
        memberships.with(Memberships.NONE, list),
        (known, first) -> memberships.with(known, list));
  }

  private int block(int membership, int behind, int prefixLength) {
    return blocks.computeIfAbsent(
        new Content(membership, behind, prefixLength),
        fresh -> chains.number(memberships.rules(membership), behind, prefixLength));
  }

  /** How many CIDRs there are. */
  int size() {
    return numbers.size();
  }

  /** How many links the chains have. */
  int links() {
    return chains.size();
  }
}
