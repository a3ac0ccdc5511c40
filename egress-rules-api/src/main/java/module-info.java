import org.jspecify.annotations.NullMarked;

/**
 * The vocabulary of egress decisions: canonical values, policies, requests, decisions, and what an
 * application may supply.
 */
@NullMarked
module io.egressrules.api {
  requires static transitive org.jspecify;

  exports io.egressrules;
  exports io.egressrules.net;
  exports io.egressrules.policy;
  exports io.egressrules.spi;

  uses io.egressrules.spi.BodyInspector;
}
