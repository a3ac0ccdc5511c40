package io.egressrules.examples.corpus.leak;

import io.egressrules.Finding;
import io.egressrules.examples.corpus.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Texts with and without secrets, from the test suites of other tools. */
final class SecretSets {
  private static final String GITLEAKS = "gitleaks/";

  private final Look look;
  private final List<LeakCase> cases;

  SecretSets(Look look, List<LeakCase> cases) {
    this.look = look;
    this.cases = cases;
  }

  List<Outcome> run() {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(gitleaksPositives());
    outcomes.add(gitleaksNegatives());
    precision("Yelp/detect-secrets", .60, outcomes);
    precision("secretlint/", .80, outcomes);
    Count found = count("Samsung/CredSweeper");
    outcomes.add(Bar.atLeast("CredSweeper", "recall", found.recall(), .45, found.missed));
    return outcomes;
  }

  /** The mean over rules: some have hundreds of cases that are alike. */
  private Bar gitleaksPositives() {
    Map<String, Count> rules = new TreeMap<>();
    LeakCase.from(cases, GITLEAKS)
        .filter(LeakCase::expected)
        .forEach(each -> rules.computeIfAbsent(each.rule(), rule -> new Count()).add(each, look));
    List<String> missed = rules.values().stream().flatMap(count -> count.missed.stream()).toList();
    double macro = rules.values().stream().mapToDouble(Count::recall).average().orElse(0);
    long cases = rules.values().stream().mapToLong(count -> count.positives).sum();
    return Bar.atLeast("gitleaks positives", "macro recall", macro, .98, missed)
        .note(
            String.format(
                Locale.ROOT,
                "%d rules, %d of %d cases missed",
                rules.size(),
                missed.size(),
                cases));
  }

  /** A text that a rule is not to find may hold what another is for. */
  private Bar gitleaksNegatives() {
    Map<String, String> detectors = detectorsByRule();
    List<String> same = new ArrayList<>();
    int any = 0;
    List<LeakCase> negatives = negatives();
    for (LeakCase each : negatives) {
      List<String> found = detectors(each);
      any += found.isEmpty() ? 0 : 1;
      if (found.contains(detectors.get(each.rule()))) {
        same.add(each.id() + " " + each.rule() + " " + found);
      }
    }
    double share = (double) same.size() / Math.max(1, negatives.size());
    return Bar.atMost("gitleaks negatives", "flagged by the same detector", share, .01, same)
        .note(
            String.format(
                Locale.ROOT, "%d of %d, by any detector %d", same.size(), negatives.size(), any));
  }

  /** Without those that are positives too, in a file of another name: a body has no file name. */
  private List<LeakCase> negatives() {
    Set<String> positives =
        LeakCase.from(cases, GITLEAKS)
            .filter(LeakCase::expected)
            .map(each -> each.rule() + each.text())
            .collect(Collectors.toSet());
    return LeakCase.from(cases, GITLEAKS)
        .filter(each -> !each.expected() && !positives.contains(each.rule() + each.text()))
        .toList();
  }

  /** For each rule the detector that is the same: the one that finds the most of its positives. */
  private Map<String, String> detectorsByRule() {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    LeakCase.from(cases, GITLEAKS)
        .filter(LeakCase::expected)
        .forEach(
            each -> {
              Map<String, Integer> ofRule =
                  counts.computeIfAbsent(each.rule(), rule -> new TreeMap<>());
              detectors(each).forEach(detector -> ofRule.merge(detector, 1, Integer::sum));
            });
    Map<String, String> most = new TreeMap<>();
    counts.forEach(
        (rule, found) ->
            found.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(entry -> most.put(rule, entry.getKey())));
    return most;
  }

  private List<String> detectors(LeakCase each) {
    return look.at(each.text()).stream().map(Finding::detector).distinct().toList();
  }

  private void precision(String source, double recall, List<Outcome> outcomes) {
    Count count = count(source);
    String set =
        source.substring(0, source.indexOf('/')).equals("Yelp") ? "detect-secrets" : "secretlint";
    outcomes.add(
        Bar.atLeast(set, "recall", count.recall(), recall, count.missed)
            .note(String.format(Locale.ROOT, "%d of %d", count.found, count.positives)));
    outcomes.add(
        Bar.atLeast(set, "precision", count.precision(), .90, count.flagged)
            .note(
                String.format(
                    Locale.ROOT,
                    "%d of %d without flagged",
                    count.flagged.size(),
                    count.negatives)));
  }

  private Count count(String source) {
    Count count = new Count();
    LeakCase.from(cases, source).forEach(each -> count.add(each, look));
    return count;
  }

  /** What was found and what was not. */
  private static final class Count {
    private final List<String> missed = new ArrayList<>();
    private final List<String> flagged = new ArrayList<>();
    private long positives;
    private long negatives;
    private long found;

    void add(LeakCase each, Look look) {
      boolean finds = look.finds(each.text());
      if (each.expected()) {
        positives++;
        found += finds ? 1 : 0;
      } else {
        negatives++;
      }
      if (finds != each.expected()) {
        (finds ? flagged : missed).add(each.id() + " " + each.rule());
      }
    }

    double recall() {
      return (double) found / Math.max(1, positives);
    }

    double precision() {
      return (double) found / Math.max(1, found + flagged.size());
    }
  }
}
