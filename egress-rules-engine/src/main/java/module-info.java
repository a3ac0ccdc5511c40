import org.jspecify.annotations.NullMarked;

/** The egress engine: compiles a policy into an immutable filter and guards clients with it. */
@NullMarked
module io.egressrules.engine {
  requires transitive io.egressrules.api;
  requires com.google.common;
  requires inet.ipaddr;
  requires transitive java.net.http;
  requires org.snakeyaml.engine;
  requires static org.jspecify;

  // Optional: converts unicode host names in policies.
  requires static com.ibm.icu;

  // Clients are optional. Never transitive: a modular application without the client's jar could
  // not compile. What a client package exports of it says @SuppressWarnings("exports") instead.
  requires static okhttp3;

  exports io.egressrules.engine;
  exports io.egressrules.engine.author;
  exports io.egressrules.engine.author.cases;
  exports io.egressrules.engine.client.jdk;
  exports io.egressrules.engine.client.okhttp;
  exports io.egressrules.engine.enforce;
  exports io.egressrules.engine.lookup;
}
