import org.jspecify.annotations.NullMarked;

/** Egress decisions: values, policies, decisions and the interfaces an application may supply. */
@NullMarked
module io.egressrules.api {
  requires static transitive org.jspecify;

  exports io.egressrules.net;
}
