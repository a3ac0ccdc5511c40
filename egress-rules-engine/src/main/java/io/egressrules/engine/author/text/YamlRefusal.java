package io.egressrules.engine.author.text;

import io.egressrules.policy.SourceLocation;
import java.util.OptionalInt;

/** Ends a reading of a text that can come no further. */
final class YamlRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;
  private final transient SourceLocation where;
  private final int star;

  YamlRefusal(Code code, SourceLocation where, String advice) {
    this(code, where, advice, -1);
  }

  YamlRefusal(Code code, SourceLocation where, String advice, int star) {
    super(advice, null, false, false);
    this.code = code;
    this.where = where;
    this.star = star;
  }

  /** The star that was taken for an alias, in code points from the beginning of the text. */
  OptionalInt star() {
    return star < 0 ? OptionalInt.empty() : OptionalInt.of(star);
  }

  void reportTo(Problems problems) {
    problems.add(code, where, String.valueOf(getMessage()));
  }
}
