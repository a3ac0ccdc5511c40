package io.egressrules.examples.benchmarks.workload;

/**
 * One line of a policy: a name, and the rule that it belongs to.
 *
 * @param name the name
 * @param below whether it stands for all names below it rather than for itself
 * @param rule the number of its rule
 */
public record Entry(String name, boolean below, int rule) {

  /**
   * A host that the entry is about.
   *
   * @return a new text
   */
  public String host() {
    return below ? "v2." + name : name;
  }
}
