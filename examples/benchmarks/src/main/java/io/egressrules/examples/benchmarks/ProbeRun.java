package io.egressrules.examples.benchmarks;

import io.egressrules.examples.benchmarks.report.Figure;
import io.egressrules.examples.benchmarks.report.Figures;
import io.egressrules.examples.benchmarks.report.Unit;
import io.egressrules.examples.benchmarks.suite.Probe;
import io.egressrules.examples.benchmarks.suite.Probe.Structure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a {@link Probe} in a virtual machine of its own. */
final class ProbeRun {
  private static final double MEBIBYTE = 1 << 20;

  private ProbeRun() {}

  /** What building and keeping a structure costs. */
  static void cost(Structure structure, Figures figures) throws IOException, InterruptedException {
    double[] numbers = run(structure, "-Xmx3g", "");
    put(figures, "thread", structure, numbers[0] / 1e3, Unit.SECONDS);
    put(figures, "process", structure, numbers[1] / 1e3, Unit.SECONDS);
    put(figures, "kept", structure, numbers[2] / Probe.ENTRIES, Unit.BYTES);
    if (numbers[3] > 0) {
      put(figures, "reported", structure, numbers[3] / Probe.ENTRIES, Unit.BYTES);
    }
  }

  /**
   * The most heap that compiling takes when there is only as much, by the machine's own account.
   */
  static void peak(int mebibytes, Figures figures) throws IOException, InterruptedException {
    double[] numbers = run(Structure.POLICY, "-Xmx" + mebibytes + "m", "");
    figures.put("Probe.peak", Figure.of(numbers[4] / MEBIBYTE, Unit.MEBIBYTES));
  }

  /** What compiling and keeping the detectors of leaks costs, by whose directory. */
  static void leaks(String directory, Figures figures) throws IOException, InterruptedException {
    double[] numbers = run(Structure.LEAKS, "-Xmx1g", directory);
    put(figures, "thread", Structure.LEAKS, numbers[0] / 1e3, Unit.SECONDS);
    put(figures, "kept", Structure.LEAKS, numbers[2] / MEBIBYTE, Unit.MEBIBYTES);
  }

  private static void put(
      Figures figures, String what, Structure structure, double value, Unit unit) {
    figures.put("Probe." + what + " " + structure, Figure.of(value, unit));
  }

  private static double[] run(Structure structure, String heap, String directory)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    String main = Probe.class.getName();
    Process process =
        new ProcessBuilder(List.of(java, heap, "-cp", classes, main, structure.name(), directory))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the probe of " + structure + " with " + heap + " failed");
    }
    String[] words = text.strip().split(" ", -1);
    double[] numbers = new double[words.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Double.parseDouble(words[i]);
    }
    return numbers;
  }
}
