package io.egressrules.examples.benchmarks.report;

import io.egressrules.examples.benchmarks.report.Bar.Measure;
import io.egressrules.examples.benchmarks.workload.HostileBody;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold of the inspection of bodies, one line each. */
public final class DlpBars {
  private static final String OURS = "DlpSuite.ours patterns=221 text=MIXED";

  /** What a fixed amount is: this much by body, however long it is. */
  private static final int FIXED = 64 << 10;

  /** 5 MiB a second, in nanoseconds a KiB. */
  private static final double FIVE_MEBIBYTES = 1e9 / (5 << 10);

  private final List<Bar> bars = new ArrayList<>();

  private DlpBars() {}

  /**
   * All bars, in the order of the report.
   *
   * @return a new list
   */
  public static List<Bar> all() {
    DlpBars all = new DlpBars();
    all.peers();
    all.ourselves();
    all.bodies();
    all.hostileBodies();
    all.building();
    return all.bars;
  }

  private void peers() {
    String what = "221 patterns in 1 KiB of mixed text";
    faster(what, "RE2/J, one after another", OURS, peer("re2j"), 1_000);
    String fragments = peer("ahoCorasickFragments");
    faster(what, "Aho-Corasick + RE2/J, fragments of 100 kB", OURS, fragments, 80);
    String windows = peer("ahoCorasickWindows");
    faster(what, "Aho-Corasick + RE2/J, windows of 512 B", OURS, windows, 25);
    faster(what, "hyperscan, native: which, not where", OURS, peer("hyperscan"), 0.25);
  }

  private void ourselves() {
    String what = "patterns in 1 KiB of mixed text";
    add(what, "400 / 221", OURS.replace("221", "400"), OURS, Measure.WITHIN, 1.5);
    faster(what, "with encodings / without", OURS, OURS.replace("MIXED", "PLAIN"), 0.5);
    faster(what, "in pieces of 8 KiB / at once", OURS.replace("ours", "oursInPieces"), OURS, 0.9);
  }

  private void bodies() {
    String what = "request with a body, 221 patterns";
    alone(what, "1 KiB of JSON", body("JSON_OF_1_KIB"), Measure.AT_MOST, 20_000);
    alone(what, "1 MiB of logs", body("LOGS_OF_1_MIB"), Measure.ALLOCATES_AT_MOST, FIXED);
    alone(what, "4 MiB of logs", body("LOGS_OF_4_MIB"), Measure.ALLOCATES_AT_MOST, FIXED);
  }

  private void hostileBodies() {
    for (HostileBody body : HostileBody.values()) {
      String ours = "DlpHostileSuite.ours body=" + body;
      alone(
          "1 KiB of a hostile body (5 MiB/s)",
          body.toString(),
          ours,
          Measure.AT_MOST,
          FIVE_MEBIBYTES);
    }
  }

  private void building() {
    String what = "compiling 221 patterns";
    alone(what, "processor time, thread, cold", "Probe.thread LEAKS", Measure.AT_MOST, 2);
    alone(what, "heap retained", "Probe.kept LEAKS", Measure.AT_MOST, 6);
  }

  private void faster(String what, String parameters, String ours, String peer, double limit) {
    add(what, parameters, ours, peer, Measure.FASTER_THAN, limit);
  }

  private void alone(String what, String parameters, String ours, Measure measure, double limit) {
    add(what, parameters, ours, null, measure, limit);
  }

  private void add(
      String what,
      String parameters,
      String ours,
      @Nullable String peer,
      Measure measure,
      double limit) {
    bars.add(new Bar(what, parameters, ours, peer, measure, limit));
  }

  private static String peer(String method) {
    return "DlpSuite." + method + " text=MIXED";
  }

  private static String body(String body) {
    return "DlpBodySuite.ours body=" + body;
  }
}
