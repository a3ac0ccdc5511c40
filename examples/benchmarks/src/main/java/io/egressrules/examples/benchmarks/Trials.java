package io.egressrules.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Benchmarks that are run together.
 *
 * @param benchmarks a suite and a regular expression of its methods
 * @param parameters names and values: {@code entries=10,1000}
 * @param threads how many at a time
 * @param pace how long to measure
 */
record Trials(String benchmarks, List<String> parameters, int threads, Pace pace) {

  /**
   * What policies decide that fit the caches. By where its memory happens to lie, a virtual machine
   * takes half as long again as another, all its life; so several are asked.
   */
  private static final Trials SMALL_POLICIES =
      quickly("DecisionSuite.(ours|handHashMap)", "entries=10,1000", "draw=UNIFORM,MISS");

  /** How long is measured. */
  enum Pace {
    /** What answers in well under a millisecond. */
    FAST(3, 3, 800),
    /** What takes seconds to warm up. */
    SLOW(4, 3, 1_000),
    /** Only to see that it works, and about where. */
    QUICK(2, 3, 250);

    private final int warmups;
    private final int iterations;
    private final int millis;

    Pace(int warmups, int iterations, int millis) {
      this.warmups = warmups;
      this.iterations = iterations;
      this.millis = millis;
    }
  }

  /** What the comparison runs: what a bar needs first and, some minutes later, again. */
  static List<Trials> full(Corpora corpora) {
    List<Trials> all = new ArrayList<>(quick(corpora));
    all.add(SMALL_POLICIES);
    all.addAll(shown(corpora));
    all.add(SMALL_POLICIES);
    all.addAll(quick(corpora));
    return all.stream().map(trials -> trials.pace == Pace.QUICK ? fast(trials) : trials).toList();
  }

  /** Those that no bar needs, or none needs to be precise. */
  private static List<Trials> shown(Corpora corpora) {
    List<Trials> all = new ArrayList<>();
    all.add(fast("DecisionSuite.(ours|handHashMap)", "entries=100000", "draw=UNIFORM,MISS"));
    all.add(fast("DecisionSuite.(ours|handHashMap)", "entries=1000000", "draw=MISS"));
    all.add(fast("DecisionSuite.handHashMap", "entries=1000000", "draw=HOT"));
    all.add(fast("DecisionSuite.ours", "phase=CONNECT"));
    all.add(slow("EngineSuite", "entries=10", "kind=JCASBIN,CEDAR,CEL,SPEL,OPA"));
    all.add(fast("Ipv4Suite.(treeMap|rangeMap)", "entries=1000,1000000"));
    all.add(slow("Ipv4Suite.springMatchers"));
    all.add(fast("Ipv4Suite.(ours|binarySearch)", "entries=1000000", "draw=ZIPF,MISS"));
    all.add(fast("NameSuite.(ours|hashMapStrip)", "entries=1000,1000000", "draw=ZIPF,MISS"));
    all.add(slow("NameSuite.regex"));
    all.add(fast("WorstSuite.handHashMap", "worst=CRAFTED_NAMES"));
    if (!corpora.leaks().isEmpty()) {
      String leaks = "directory=" + corpora.leaks();
      all.add(slow("DlpBodySuite", leaks, "body=LOGS_OF_4_MIB"));
    }
    return all;
  }

  /** Those that a bar needs, at the pace that only shows that they work. */
  static List<Trials> quick(Corpora corpora) {
    List<Trials> all = new ArrayList<>();
    all.add(quickly("FloorSuite"));
    all.add(SMALL_POLICIES);
    all.add(quickly("DecisionSuite.(ours|handHashMap)", "entries=1000000", "draw=UNIFORM,ZIPF"));
    all.add(quickly("DecisionSuite.(ours|prepared)", "entries=1000000", "draw=HOT"));
    all.add(quickly("DecisionSuite.keysOnly", "entries=1000000"));
    all.add(quickly("EngineSuite"));
    all.add(quickly("Ipv4Suite.(ours|binarySearch|ipAddressTrie)", "entries=1000,1000000"));
    all.add(quickly("Ipv4Suite.addressesOnly", "entries=1000"));
    all.add(quickly("Ipv6Suite", "entries=1000,1000000"));
    all.add(quickly("NameSuite.(ours|oursFromText|hashMapStrip|guava)", "entries=1000,1000000"));
    all.add(quickly("GateSuite"));
    all.add(quickly("ReloadSuite"));
    all.add(new Trials("ReloadSuite", List.of(), 2, Pace.QUICK));
    all.add(quickly("WorstSuite.ours"));
    all.add(quickly("HostileSuite"));
    if (!corpora.lists().isEmpty()) {
      all.add(quickly("ListsSuite", "directory=" + corpora.lists()));
    }
    if (!corpora.leaks().isEmpty()) {
      String leaks = "directory=" + corpora.leaks();
      all.add(quickly("DlpSuite", leaks));
      all.add(quickly("DlpSuite.ours", leaks, "patterns=400"));
      all.add(quickly("DlpSuite.ours", leaks, "text=PLAIN"));
      all.add(quickly("DlpBodySuite", leaks, "body=JSON_OF_1_KIB,LOGS_OF_1_MIB"));
      all.add(quickly("DlpHostileSuite", leaks));
    }
    return all;
  }

  private static Trials quickly(String benchmarks, String... parameters) {
    return new Trials(benchmarks, List.of(parameters), 1, Pace.QUICK);
  }

  private static Trials fast(String benchmarks, String... parameters) {
    return new Trials(benchmarks, List.of(parameters), 1, Pace.FAST);
  }

  private static Trials slow(String benchmarks, String... parameters) {
    return new Trials(benchmarks, List.of(parameters), 1, Pace.SLOW);
  }

  private static Trials fast(Trials trials) {
    boolean slow = trials.benchmarks.startsWith("Engine") || trials.benchmarks.startsWith("Dlp");
    Pace pace = slow ? Pace.SLOW : Pace.FAST;
    return new Trials(trials.benchmarks, trials.parameters, trials.threads, pace);
  }

  /** What JMH is told. */
  ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + benchmarks + (benchmarks.contains(".") ? "$" : "\\."))
            .threads(threads)
            .warmupIterations(pace.warmups)
            .warmupTime(TimeValue.milliseconds(pace.millis))
            .measurementIterations(pace.iterations)
            .measurementTime(TimeValue.milliseconds(pace.millis));
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      String name = parameter.substring(0, equals);
      String values = parameter.substring(equals + 1);
      options.param(name, name.equals("directory") ? new String[] {values} : values.split(",", -1));
    }
    return options;
  }

  @Override
  public String toString() {
    return benchmarks + (parameters.isEmpty() ? "" : " " + String.join(" ", parameters));
  }
}
