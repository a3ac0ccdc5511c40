package io.egressrules;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exception that stands for a denied call. Implemented by every exception that a guard throws.
 *
 * @since 0.1
 */
public interface EgressDenial {

  /**
   * The decision that denied the call.
   *
   * @return a denying decision
   */
  Decision decision();

  /**
   * Finds the denial behind an exception that a client library has wrapped.
   *
   * @param thrown what was caught, or null; its causes are searched, at most 64 deep
   * @return the first denial found
   */
  static Optional<EgressDenial> find(@Nullable Throwable thrown) {
    Throwable next = thrown;
    for (int depth = 0; next != null && depth < 64; depth++) {
      if (next instanceof EgressDenial denial) {
        return Optional.of(denial);
      }
      next = next.getCause();
    }
    return Optional.empty();
  }
}
