package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Chooses where to notice a pattern: the {@link Cut} whose paths are rare and, where they occur,
 * are soon seen through.
 *
 * @param paths the paths of the cut
 * @param cost what they are thought to cost, next to a byte of text
 * @param gate paths one of which lies before any of {@code paths} in every match: what to have seen
 *     before looking at all. Empty where looking is cheap
 */
record CutChoice(List<int[]> paths, double cost, List<int[]> gate) {
  /** A gate that costs more than a byte of text does is not worth having. */
  private static final double COST_OF_GATE = 1;

  /** From how many characters on it matters where a run of a set begins: the digits. */
  private static final int WIDE = 6;

  private static final int FARTHEST = 256;

  private static final double COST_OF_STEP = 5;

  /** Chooses for a whole pattern. */
  static CutChoice of(Cut cut, Graph graph, TextModel model) {
    return new Chooser(graph, model, new HashMap<>(), new HashMap<>()).choose(cut);
  }

  private record Chooser(
      Graph graph, TextModel model, Map<Integer, Double> back, Map<Integer, Double> on) {

    CutChoice choose(Cut cut) {
      if (cut instanceof Cut.Paths paths) {
        return choosePaths(paths.paths());
      }
      if (cut instanceof Cut.AllOf all) {
        return chooseAll(all.branches());
      }
      return chooseAny(((Cut.AnyOf) cut).options());
    }

    private CutChoice chooseAll(List<Cut> branches) {
      List<int[]> paths = new ArrayList<>();
      double cost = 0;
      for (Cut branch : branches) {
        CutChoice choice = choose(branch);
        paths.addAll(choice.paths());
        cost += choice.cost();
      }
      return new CutChoice(paths, cost, List.of());
    }

    private CutChoice chooseAny(List<Cut.Option> options) {
      CutChoice best = choose(options.get(0).cut());
      Cut.Option at = options.get(0);
      for (Cut.Option option : options) {
        CutChoice choice = choose(option.cut());
        if (choice.cost() < best.cost()) {
          best = choice;
          at = option;
        }
      }
      if (best.paths().stream().noneMatch(path -> Extent.before(path[0], graph) > Lookout.FAR)) {
        return best;
      }
      int end = at.from();
      List<Cut.Option> before = options.stream().filter(option -> option.to() <= end).toList();
      CutChoice gate = before.isEmpty() ? best : chooseAny(before);
      boolean pays = !before.isEmpty() && gate.cost() < COST_OF_GATE;
      return new CutChoice(best.paths(), best.cost(), pays ? gate.paths() : List.of());
    }

    private CutChoice choosePaths(List<int[]> paths) {
      double cost = 0;
      for (int[] path : paths) {
        List<CodePoints> sets = new ArrayList<>();
        if (graph.set(path[0]).count() >= WIDE) {
          CodePoints before = Trigger.before(path[0], graph);
          if (TriggerNet.isWorthALook(before, model)) {
            sets.add(before);
          }
        }
        Arrays.stream(path).mapToObj(graph::set).forEach(sets::add);
        double steps = stepsBack(path) + stepsOn(path);
        cost +=
            model.likely(sets) * (Windows.COST_OF_TRIGGER + COST_OF_STEP * steps)
                + path.length * Windows.COST_OF_LENGTH;
      }
      return new CutChoice(paths, cost, List.of());
    }

    private double stepsBack(int[] path) {
      return back.computeIfAbsent(
          path[0], p -> steps(p, graph::predecessors, graph.first().positions()));
    }

    private double stepsOn(int[] path) {
      return on.computeIfAbsent(
          path[path.length - 1], p -> steps(p, graph::successors, graph.last().positions()));
    }

    /** How many steps from a position it may take until the walk ends, one way or the other. */
    private double steps(int position, IntFunction<BitSet> next, BitSet ends) {
      BitSet at = new BitSet();
      at.set(position);
      double alive = 1;
      double steps = 0;
      for (int i = 0; i < FARTHEST && alive > 0.01 && !at.intersects(ends); i++) {
        BitSet after = new BitSet();
        at.stream().forEach(p -> after.or(next.apply(p)));
        ByteSet all =
            after.stream()
                .mapToObj(p -> model.bytes(graph.set(p)))
                .reduce(ByteSet.NONE, ByteSet::union);
        alive *= TextModel.likely(all);
        steps += alive;
        at = after;
      }
      return steps;
    }
  }
}
