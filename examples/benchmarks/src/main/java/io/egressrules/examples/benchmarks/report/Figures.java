package io.egressrules.examples.benchmarks.report;

import io.egressrules.examples.benchmarks.suite.CpuTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured, by name: the suite and the method, and the parameters in order, as in {@code
 * NameSuite.ours draw=UNIFORM entries=1000}.
 */
public final class Figures {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Map<String, Figure> figures = new HashMap<>();

  /** Figures of nothing so far. */
  public Figures() {}

  /**
   * Adds a figure.
   *
   * @param name its name
   * @param figure the figure
   */
  public void put(String name, Figure figure) {
    figures.put(name, figure);
  }

  /**
   * Adds the medians of benchmark results. Of what is measured again the lower time remains: what
   * else a machine does can only add to it.
   *
   * @param results of JMH
   */
  public void putAll(Collection<RunResult> results) {
    for (RunResult result : results) {
      double wall = median(result, iteration -> iteration.getPrimaryResult().getScore());
      double cpu = median(result, iteration -> secondary(iteration, CpuTime.LABEL));
      double bytes = median(result, iteration -> secondary(iteration, ALLOCATED));
      Figure figure = new Figure(cpu, wall, bytes, Unit.NANOS);
      figures.merge(name(result.getParams()), figure, Figure::best);
    }
  }

  private static String name(BenchmarkParams benchmark) {
    String[] path = benchmark.getBenchmark().split("\\.", -1);
    StringBuilder name =
        new StringBuilder(path[path.length - 2]).append('.').append(path[path.length - 1]);
    for (String key : new TreeSet<>(benchmark.getParamsKeys())) {
      if (!key.equals("directory")) { // differs between machines
        name.append(' ').append(key).append('=').append(benchmark.getParam(key));
      }
    }
    return name + (benchmark.getThreads() > 1 ? " threads=" + benchmark.getThreads() : "");
  }

  private static double secondary(IterationResult iteration, String label) {
    return iteration.getSecondaryResults().containsKey(label)
        ? iteration.getSecondaryResults().get(label).getScore()
        : Double.NaN;
  }

  private static double median(RunResult result, ToDoubleFunction<IterationResult> part) {
    double[] scores =
        result.getBenchmarkResults().stream()
            .map(BenchmarkResult::getIterationResults)
            .flatMap(Collection::stream)
            .mapToDouble(part)
            .sorted()
            .toArray();
    return scores[scores.length / 2];
  }

  /**
   * A figure.
   *
   * @param name its name
   * @return null when it was not measured
   */
  public @Nullable Figure find(String name) {
    return figures.get(name);
  }
}
