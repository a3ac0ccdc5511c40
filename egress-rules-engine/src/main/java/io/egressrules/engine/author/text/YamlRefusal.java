package io.egressrules.engine.author.text;

import io.egressrules.policy.SourceLocation;

/** Ends the reading of a text that cannot be read any further. */
final class YamlRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;
  private final transient SourceLocation where;

  YamlRefusal(Code code, SourceLocation where, String advice) {
    super(advice, null, false, false);
    this.code = code;
    this.where = where;
  }

  Code code() {
    return code;
  }

  SourceLocation where() {
    return where;
  }

  String advice() {
    return String.valueOf(getMessage());
  }
}
