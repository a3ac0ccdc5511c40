package io.egressrules.engine.enforce;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Who calls out: a workload, component or tenant, and labels of the call.
 *
 * @param subject the subject that rules name; empty when not stated
 * @param labels label values by key
 */
public record Caller(String subject, Map<String, String> labels) {
  /** Nothing is stated; a rule that names subjects or labels does not match. */
  public static final Caller UNSTATED = new Caller("", Map.of());

  /**
   * Who calls out.
   *
   * @param subject the subject that rules name; empty when not stated
   * @param labels label values by key
   */
  public Caller {
    Objects.requireNonNull(subject);
    labels = Map.copyOf(labels);
  }

  /**
   * A caller without labels.
   *
   * @param subject the subject that rules name
   * @return the caller
   */
  public static Caller of(String subject) {
    return new Caller(subject, Map.of());
  }

  /**
   * This caller, completed by another for what it does not state.
   *
   * @param defaults gives the subject if this one is empty, and the labels that this one lacks
   * @return the completed caller
   */
  public Caller orElse(Caller defaults) {
    if (equals(UNSTATED)) {
      return defaults;
    }
    Map<String, String> all = new HashMap<>(defaults.labels);
    all.putAll(labels);
    return new Caller(subject.isEmpty() ? defaults.subject : subject, all);
  }
}
