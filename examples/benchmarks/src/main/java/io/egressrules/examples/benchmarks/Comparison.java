package io.egressrules.examples.benchmarks;

import io.egressrules.EgressFilter;
import io.egressrules.engine.EgressRules;
import io.egressrules.examples.benchmarks.report.Bar;
import io.egressrules.examples.benchmarks.report.Bars;
import io.egressrules.examples.benchmarks.report.DlpBars;
import io.egressrules.examples.benchmarks.report.Figure;
import io.egressrules.examples.benchmarks.report.Figures;
import io.egressrules.examples.benchmarks.report.Report;
import io.egressrules.examples.benchmarks.report.Row;
import io.egressrules.examples.benchmarks.report.Unit;
import io.egressrules.examples.benchmarks.suite.CpuTime;
import io.egressrules.examples.benchmarks.suite.Probe.Structure;
import io.egressrules.examples.benchmarks.workload.WorstCase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures this library beside its peers in one run, and says of every bar whether it holds.
 *
 * <p>Three arguments: the directory of the report, {@code full} or {@code quick}, and the directory
 * of the corpora, whose lists are used when they are there.
 */
public final class Comparison {
  private static final int MOST_HEAP = 600;
  private static final Set<Structure> PROBES = EnumSet.complementOf(EnumSet.of(Structure.LEAKS));
  private static final Set<Structure> QUICK_PROBES =
      EnumSet.of(
          Structure.POLICY,
          Structure.SAVED,
          Structure.SAVED_AGAIN,
          Structure.NAMES,
          Structure.IPV4,
          Structure.IPV6);

  private final Corpora corpora;
  private final Figures figures = new Figures();
  private final List<String> remarks = new ArrayList<>();
  private final long began = System.nanoTime();

  private Comparison(Corpora corpora) {
    this.corpora = corpora;
  }

  /**
   * Runs the comparison, prints it and writes it down.
   *
   * @param arguments three
   * @throws IOException if it cannot be written
   * @throws InterruptedException if it is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Path.of(arguments[0]);
    boolean quick = arguments[1].equals("quick");
    Comparison comparison = new Comparison(Corpora.in(Path.of(arguments[2])));
    comparison.describe(quick);
    comparison.run(quick);
    Report report = comparison.report();
    report.write(directory);
    System.out.println(report.markdown());
  }

  private void describe(boolean quick) {
    remarks.add(
        "%s, JDK %s, %d processors"
            .formatted(
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors()));
    if (quick) {
      remarks.add("A quick run: it shows that everything works; its figures are rough.");
    }
    remarks.add(
        "Times are medians of processor time by operation (wall time beside it in the JSON); what a"
            + " bar needs is measured twice, some minutes apart, and the lower median is taken, of"
            + " peers too. Each question follows from the answer before it.");
    remarks.add(
        "Hosts have not been hashed before, as after parsing. At 1M entries 262,144 different"
            + " questions are asked in turn; they lie in memory in that order, so that mostly the"
            + " structures miss the caches. The floor says what reading the questions takes.");
    remarks.add("OPA runs the policy that its library for Java ships: one look-up of one name.");
    remarks.addAll(corpora.remarks());
  }

  private void run(boolean quick) throws IOException, InterruptedException {
    List<Trials> all = quick ? Trials.quick(corpora) : Trials.full(corpora);
    for (Trials trials : all) {
      progress(trials.toString());
      measure(trials);
    }
    for (Structure structure : quick ? QUICK_PROBES : PROBES) {
      progress("Probe " + structure);
      ProbeRun.cost(structure, figures);
    }
    if (!corpora.leaks().isEmpty()) {
      progress("Probe " + Structure.LEAKS);
      ProbeRun.leaks(corpora.leaks(), figures);
    }
    progress("Probe of the most heap");
    peak();
    certify(WorstCase.PATH_RULES);
    certify(WorstCase.DEEP_HOST);
  }

  private void progress(String what) {
    Duration since = Duration.ofNanos(System.nanoTime() - began);
    System.err.printf("%d:%02d %s%n", since.toMinutes(), since.toSecondsPart(), what);
  }

  private void measure(Trials trials) {
    try {
      figures.putAll(
          new Runner(
                  trials
                      .options()
                      .addProfiler(GCProfiler.class)
                      .addProfiler(CpuTime.class)
                      .shouldFailOnError(false)
                      .verbosity(VerboseMode.SILENT)
                      .build())
              .run());
    } catch (RunnerException e) {
      remarks.add(trials + ": not run: " + e.getMessage());
    }
  }

  private void peak() throws InterruptedException {
    try {
      ProbeRun.peak(MOST_HEAP, figures);
    } catch (IOException e) {
      remarks.add("The most heap: not known, for compiling failed with " + MOST_HEAP + " MiB.");
    }
  }

  private void certify(WorstCase worst) {
    EgressFilter filter = EgressRules.compile(worst.policy(), WorstCase.UNLIMITED);
    int tests = EgressRules.statistics(filter).worstCost();
    figures.put("certificate " + worst, Figure.of(tests, Unit.TESTS));
  }

  private Report report() {
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    remarks.add("It took %d min %02d s.".formatted(took.toMinutes(), took.toSecondsPart()));
    List<Bar> bars = Bars.all();
    if (!corpora.leaks().isEmpty()) {
      bars.addAll(DlpBars.all());
    }
    List<Row> rows = bars.stream().map(bar -> bar.judge(figures)).filter(Row::says).toList();
    return new Report(remarks, rows);
  }
}
