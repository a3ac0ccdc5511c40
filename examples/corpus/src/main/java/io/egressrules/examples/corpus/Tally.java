package io.egressrules.examples.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of one corpus file, and the cases behind them. */
final class Tally implements Outcome {
  /** What became of a case. */
  enum Result {
    OK,
    UNSAFE,
    WRONG_HOST,
    OVER_BLOCK,
    UNSUPPORTED
  }

  /** One case that was not right, or not run. */
  record Detail(String id, Result result, String level, String input, String got, String why) {}

  private final String file;
  private final Map<Result, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> overBlocks = new TreeMap<>();
  private final List<Detail> details = new ArrayList<>();
  private int cases;

  Tally(String file) {
    this.file = file;
  }

  void ok() {
    cases++;
    counts.merge(Result.OK, 1, Integer::sum);
  }

  void add(Detail detail) {
    cases++;
    counts.merge(detail.result(), 1, Integer::sum);
    if (detail.result() == Result.OVER_BLOCK) {
      overBlocks.merge(detail.level(), 1, Integer::sum);
    }
    details.add(detail);
  }

  @Override
  public String file() {
    return file;
  }

  private int count(Result result) {
    return counts.getOrDefault(result, 0);
  }

  @Override
  public List<Detail> details() {
    return details;
  }

  @Override
  public boolean holds() {
    return count(Result.UNSAFE) == 0
        && count(Result.WRONG_HOST) == 0
        && !overBlocks.containsKey("must");
  }

  @Override
  public String line() {
    return "%s: %d cases, %d ok, %d unsafe, %d wrong-host, %d over-block %s, %d unsupported"
        .formatted(
            file,
            cases,
            count(Result.OK),
            count(Result.UNSAFE),
            count(Result.WRONG_HOST),
            count(Result.OVER_BLOCK),
            overBlocks,
            count(Result.UNSUPPORTED));
  }
}
