package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds, in the parts of a sequence, the runs of parts that are rare and that every match has. */
final class Windows {
  /** What a character of a path costs: room in the trigger table, and so in the cache. */
  static final double COST_OF_LENGTH = 1e-4;

  /** What it costs to look after one occurrence, next to a byte of text. */
  static final double COST_OF_TRIGGER = 70;

  private static final int MAX_OPTIONS = 8;

  /** What a malformed byte is read as. A trigger table knows bytes, and would miss these. */
  private static final int SUBSTITUTE = 0x1A;

  private static final int MAX_BEYOND_ASCII = 4;

  private final Graph graph;
  private final TextModel model;
  private final PathLimit limit;

  Windows(Graph graph, TextModel model, PathLimit limit) {
    this.graph = graph;
    this.model = model;
    this.limit = limit;
  }

  private record Candidate(Cut cut, int from, int to, double cost) {
    Cut.Option option() {
      return new Cut.Option(cut, from, to);
    }

    boolean meets(Cut.Option other) {
      return from < other.to() && other.from() < to;
    }
  }

  /** Whether a trigger table can tell the characters of a set by their bytes. */
  static boolean isDistinctive(CodePoints set) {
    return !set.contains(SUBSTITUTE)
        && set.intersection(CodePoints.ASCII.complement()).count() <= MAX_BEYOND_ASCII;
  }

  /** How to cut a sequence; null if it can be skipped. */
  @Nullable Cut cut(List<Fragment> parts) {
    List<Candidate> candidates = new ArrayList<>();
    for (int from = 0; from < parts.size(); from++) {
      Cut own = parts.get(from).cut();
      if (own != null && parts.get(from).wholes() == null) {
        candidates.add(new Candidate(own, from, from + 1, cost(own)));
      }
      addWindows(parts, from, candidates);
    }
    candidates.sort(Comparator.comparingDouble(Candidate::cost));
    List<Cut.Option> options = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (options.size() < MAX_OPTIONS && options.stream().noneMatch(candidate::meets)) {
        options.add(candidate.option());
      }
    }
    options.sort(Comparator.comparingInt(Cut.Option::from));
    return options.isEmpty() ? null : new Cut.AnyOf(options);
  }

  private void addWindows(List<Fragment> parts, int from, List<Candidate> candidates) {
    List<int[]> paths = parts.get(from).wholes();
    int to = from + 1;
    while (paths != null) {
      if (paths.stream().allMatch(path -> path.length > 0)) {
        Cut cut = new Cut.Paths(paths.stream().map(this::trim).toList());
        candidates.add(new Candidate(cut, from, to, cost(cut)));
      }
      boolean more = paths.stream().anyMatch(path -> path.length < limit.longest());
      paths = more && to < parts.size() ? Fragment.product(paths, parts.get(to).wholes()) : null;
      to++;
    }
  }

  /** The best run within the limit in a path. */
  private int[] trim(int[] path) {
    int[] best = path;
    double least = Double.MAX_VALUE;
    for (int from = 0; from < path.length; from++) {
      int[] run = Arrays.copyOfRange(path, from, limit.end(path, from, graph));
      if (frequency(run) < least) {
        least = frequency(run);
        best = run;
      }
    }
    return best;
  }

  private double frequency(int[] path) {
    return model.likely(Arrays.stream(path).mapToObj(graph::set).toList());
  }

  private double cost(Cut cut) {
    if (cut instanceof Cut.AllOf all) {
      return all.branches().stream().mapToDouble(this::cost).sum();
    }
    if (cut instanceof Cut.AnyOf any) {
      return any.options().stream().mapToDouble(option -> cost(option.cut())).min().orElse(0);
    }
    double sum = 0;
    for (int[] path : ((Cut.Paths) cut).paths()) {
      sum += frequency(path) * COST_OF_TRIGGER + path.length * COST_OF_LENGTH;
    }
    return sum;
  }
}
