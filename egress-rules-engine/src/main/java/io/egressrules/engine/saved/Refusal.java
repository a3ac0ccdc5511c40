package io.egressrules.engine.saved;

import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import io.egressrules.policy.SourceLocation;
import java.nio.file.Path;
import java.util.List;

/** Why a saved form is not used. */
public enum Refusal {
  /** The file is missing or cannot be read. */
  UNREADABLE("unreadable-form"),
  /** The file is something else. */
  FOREIGN("foreign-form"),
  /** The form comes from another version of the format or the compiler. */
  OTHER_VERSION("other-version-form"),
  /** The form is not as it was written. */
  DAMAGED("damaged-form"),
  /** The policy has changed since. */
  STALE("stale-form");

  private final String code;

  Refusal(String code) {
    this.code = code;
  }

  /**
   * The exception that says so.
   *
   * @param file the form
   * @param what what is wrong with it, as the end of a sentence that begins with the form
   * @return an exception with one problem
   */
  public PolicyException of(Path file, String what) {
    return new PolicyException(
        List.of(
            Problem.error(
                code,
                new SourceLocation(file.toString(), 0, 0),
                "the saved form " + what + "; compile the policy again")));
  }
}
