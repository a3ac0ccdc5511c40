package io.egressrules.examples.corpus.conformance;

import io.egressrules.net.GateRule;
import io.egressrules.net.MalformedException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the library makes of an input: the canonical text of a host, or the rule that refuses it.
 *
 * @param host the host, or null if the input is refused
 * @param refusal the rule, or null if the input is accepted
 */
record Answer(@Nullable String host, @Nullable GateRule refusal) {
  static Answer of(Supplier<String> reading) {
    try {
      return new Answer(reading.get(), null);
    } catch (MalformedException refused) {
      return new Answer(null, refused.rule());
    }
  }

  @Override
  public String toString() {
    return host == null ? "refused, " + refusal : host;
  }
}
