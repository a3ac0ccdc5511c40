package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of a pattern while its {@link Graph} is built.
 *
 * @param skips the conditions under which it matches without taking a character; empty if it never
 *     does
 * @param first where its walks begin
 * @param last where they end
 * @param wholes all its walks, the empty one included, if they are few and short; else null
 * @param cut how to cut its walks; null if it can be skipped
 */
record Fragment(
    Set<Integer> skips, Ends first, Ends last, @Nullable List<int[]> wholes, @Nullable Cut cut) {
  private static final int MAX_WHOLES = 16;
  private static final int MAX_LENGTH = 48;
  private static final int MAX_BRANCHES = 64;

  /** What matches nothing and takes nothing. */
  static final Fragment EMPTY =
      new Fragment(Set.of(0), new Ends(), new Ends(), List.of(new int[0]), null);

  static Fragment assertion(int condition) {
    return new Fragment(Set.of(condition), new Ends(), new Ends(), null, null);
  }

  static Fragment position(int position, boolean distinctive) {
    List<int[]> path = List.of(new int[] {position});
    return new Fragment(
        Set.of(),
        Ends.of(position),
        Ends.of(position),
        distinctive ? path : null,
        new Cut.Paths(path));
  }

  /** This, or nothing. */
  Fragment optional() {
    Set<Integer> all = new TreeSet<>(skips);
    all.add(0);
    List<int[]> paths = wholes;
    if (paths != null && paths.stream().noneMatch(path -> path.length == 0)) {
      paths = new ArrayList<>(paths);
      paths.add(new int[0]);
    }
    return new Fragment(all, first, last, paths == null ? null : bounded(paths, MAX_WHOLES), null);
  }

  /** This, then {@code next}; the graph gains the moves between. The cut is left open. */
  Fragment then(Fragment next, Graph graph) {
    graph.connect(last, next.first);
    Ends begin = new Ends();
    begin.add(first, 0);
    skips.forEach(condition -> begin.add(next.first, condition));
    Ends end = new Ends();
    end.add(next.last, 0);
    next.skips.forEach(condition -> end.add(last, condition));
    Set<Integer> both = new TreeSet<>();
    skips.forEach(a -> next.skips.forEach(b -> both.add(a | b)));
    both.removeIf(condition -> !Boundary.isPossible(condition));
    return new Fragment(both, begin, end, product(wholes, next.wholes), null);
  }

  /**
   * Every path of one followed by every path of the other, or null if they are too many or too
   * long.
   */
  static @Nullable List<int[]> product(@Nullable List<int[]> left, @Nullable List<int[]> right) {
    if (left == null || right == null || left.size() * right.size() > MAX_WHOLES) {
      return null;
    }
    List<int[]> joined = new ArrayList<>();
    for (int[] a : left) {
      for (int[] b : right) {
        if (a.length + b.length > MAX_LENGTH) {
          return null;
        }
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        joined.add(both);
      }
    }
    return joined;
  }

  /** One of several. */
  static Fragment anyOf(List<Fragment> branches) {
    Set<Integer> skips = new TreeSet<>();
    Ends first = new Ends();
    Ends last = new Ends();
    List<int[]> wholes = new ArrayList<>();
    List<Cut> cuts = new ArrayList<>();
    boolean listed = true;
    for (Fragment branch : branches) {
      skips.addAll(branch.skips);
      first.add(branch.first, 0);
      last.add(branch.last, 0);
      if (branch.wholes == null) {
        listed = false;
      } else {
        wholes.addAll(branch.wholes);
      }
      if (branch.cut != null) {
        cuts.add(branch.cut);
      }
    }
    return new Fragment(
        skips,
        first,
        last,
        listed ? bounded(wholes, MAX_BRANCHES) : null,
        cuts.size() == branches.size() ? new Cut.AllOf(cuts) : null);
  }

  Fragment withCut(@Nullable Cut other) {
    return new Fragment(skips, first, last, wholes, other);
  }

  Fragment withoutWholes() {
    return new Fragment(skips, first, last, null, cut);
  }

  private static @Nullable List<int[]> bounded(List<int[]> paths, int limit) {
    return paths.size() <= limit ? paths : null;
  }
}
