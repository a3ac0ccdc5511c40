import org.jspecify.annotations.NullMarked;

/** Data-loss prevention: a body inspector built from linear-time detectors. */
@NullMarked
module io.egressrules.dlp {
  requires transitive io.egressrules.api;
  requires re2j;
  requires static org.jspecify;
}
