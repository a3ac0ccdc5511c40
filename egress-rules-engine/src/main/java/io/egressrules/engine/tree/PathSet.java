package io.egressrules.engine.tree;

import io.egressrules.net.PathPattern;
import io.egressrules.net.TargetView;
import java.util.List;

/**
 * A condition on the path. A path that is ambiguous, or not known, gets the answer that is safe for
 * the rule.
 */
final class PathSet {
  private final PathPattern[] patterns;
  private final boolean ifAmbiguous;

  private PathSet(PathPattern[] patterns, boolean ifAmbiguous) {
    this.patterns = patterns;
    this.ifAmbiguous = ifAmbiguous;
  }

  /**
   * The paths that match one of the patterns.
   *
   * @param ifAmbiguous the answer for a path that a server may read in several ways: true for what
   *     denies
   */
  static PathSet of(List<PathPattern> patterns, boolean ifAmbiguous) {
    return new PathSet(patterns.toArray(PathPattern[]::new), ifAmbiguous);
  }

  boolean has(TargetView target) {
    if (target.hasAmbiguousPath() || !target.hasPath()) {
      return ifAmbiguous;
    }
    for (PathPattern pattern : patterns) {
      if (pattern.matches(target.text(), target.pathStart(), target.pathEnd())) {
        return true;
      }
    }
    return false;
  }

  PathPattern[] patterns() {
    return patterns;
  }

  int size() {
    return patterns.length;
  }
}
