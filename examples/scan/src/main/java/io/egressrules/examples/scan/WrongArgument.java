package io.egressrules.examples.scan;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The command cannot be run as it was asked to; the message says why. */
final class WrongArgument extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  WrongArgument(@Nullable String message) {
    super(message);
  }
}
