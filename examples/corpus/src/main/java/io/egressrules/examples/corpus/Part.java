package io.egressrules.examples.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One kind of corpus: knows its files, and runs the library over them. */
public interface Part {
  /**
   * The files it reads.
   *
   * @return a pattern of paths below the directory of the corpora
   */
  String files();

  /**
   * Runs over the files.
   *
   * @param directory where the corpora are
   * @return an outcome for each file, none if there are no such files
   * @throws IOException if a file cannot be read
   */
  List<Outcome> run(Path directory) throws IOException;
}
