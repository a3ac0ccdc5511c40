package io.egressrules.engine;

import io.egressrules.policy.Problem;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Is told what becomes of the compiled form of {@link CompileOptions#savedIn}, on the thread that
 * loads; what it throws, loading throws. All methods do nothing unless they are overridden.
 */
public interface CompileListener {

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
