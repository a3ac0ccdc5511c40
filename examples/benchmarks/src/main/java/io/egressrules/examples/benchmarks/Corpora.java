package io.egressrules.examples.benchmarks;

import io.egressrules.examples.benchmarks.workload.LeakRules;
import io.egressrules.examples.benchmarks.workload.RealLists;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What others keep, where it is there.
 *
 * @param lists the directory of lists of names and addresses; empty if they are not there
 * @param leaks the directory of forms of secrets; empty if they are not there
 */
record Corpora(String lists, String leaks) {

  static Corpora in(Path directory) {
    Path root = directory.toAbsolutePath().normalize();
    Path lists = root.resolve("lists");
    Path leaks = root.resolve("dlp");
    return new Corpora(
        RealLists.areIn(lists) ? lists.toString() : "",
        LeakRules.areIn(leaks) ? leaks.toString() : "");
  }

  /** What one has to know of them, and what cannot be run without them. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (lists.isEmpty()) {
      remarks.add("Lists of others: not run, for they are not in the directory named.");
    }
    remarks.add(
        leaks.isEmpty()
            ? "Data-loss prevention: not run, for its rules are not in the directory named."
            : "Of mixed text and hostile bodies an operation is 1 KiB out of 1 MiB, of RE2/J one"
                + " after another out of 32 KiB. RE2/J is run only if it finds the same spans as"
                + " this library in 256 KiB.");
    return remarks;
  }
}
