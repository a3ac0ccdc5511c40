package io.egressrules.examples.corpus;

/** What became of one file of a corpus. */
public interface Outcome {
  /**
   * The file.
   *
   * @return its name, below the directory of the corpora
   */
  String file();

  /**
   * What is printed of it.
   *
   * @return one line of counts, and examples behind it where they were asked for
   */
  String line();

  /**
   * Whether the file is as it must be.
   *
   * @return false if the run is to fail
   */
  boolean holds();

  /**
   * The cases behind the counts.
   *
   * @return what is written to the report, as JSON
   */
  Object details();
}
