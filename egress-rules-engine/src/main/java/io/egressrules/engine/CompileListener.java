package io.egressrules.engine;

import io.egressrules.policy.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/**
 * Is told how far loading is, and what becomes of the compiled form of {@link
 * CompileOptions#savedIn}, on the thread that loads or compiles. All methods do nothing unless they
 * are overridden.
 */
public interface CompileListener {

  /**
   * Long lists are being worked on. To stop, throw a {@link CancellationException}: no filter comes
   * into being and nothing is saved. An interrupted thread is stopped in the same way.
   *
   * @param step what is being done
   * @param entries how many entries, or lines of a list file, it is done with; told every 65,536
   */
  default void progressed(CompileStep step, long entries) {}

  /**
   * The policy was not compiled: its saved form was fresh.
   *
   * @param form the file
   */
  default void opened(Path form) {}

  /**
   * The saved form was not used, and the policy is compiled. The first time there is none.
   *
   * @param form the file
   * @param why what is wrong with it
   */
  default void refused(Path form, Problem why) {}

  /**
   * The policy was compiled, and its form was saved.
   *
   * @param form the file
   */
  default void saved(Path form) {}

  /**
   * The policy was compiled, and its form could not be saved; the filter is as good as any.
   *
   * @param form the file, which is as it was
   * @param why what went wrong
   */
  default void notSaved(Path form, IOException why) {}
}
