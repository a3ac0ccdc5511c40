/** An application that is itself a named module. */
module io.egressrules.examples.modular {
  requires io.egressrules.dlp;
  requires io.egressrules.engine;
}
