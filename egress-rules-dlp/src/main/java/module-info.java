import org.jspecify.annotations.NullMarked;

/** Data-loss prevention: a body inspector built from linear-time detectors. */
@NullMarked
module io.egressrules.dlp {
  requires transitive io.egressrules.api;
  // Its jar gives itself no name, so this is its file's; Maven warns of that in every build. Hence
  // never transitive, and no type of it in what this module exports.
  requires re2j;
  requires static org.jspecify;

  exports io.egressrules.dlp;
  exports io.egressrules.dlp.detector;
  exports io.egressrules.dlp.own;

  provides io.egressrules.spi.BodyInspector with
      io.egressrules.dlp.DlpInspector;
}
