package io.egressrules;

import io.egressrules.net.Target;

/**
 * A handle for a target that is called again and again, made by {@link EgressFilter#prepare}.
 *
 * <p>It saves a filter the look-up of the host's name, and nothing else: every condition of every
 * rule is still asked, and a filter that finds another policy's work in a handle looks the name up
 * again. So a handle outlives a change of policy and is never a second truth. Safe for use by any
 * number of threads.
 *
 * @since 0.1
 */
public interface PreparedTarget {

  /**
   * Where the calls go.
   *
   * @return the target
   */
  Target target();
}
