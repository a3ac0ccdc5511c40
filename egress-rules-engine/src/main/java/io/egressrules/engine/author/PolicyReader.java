package io.egressrules.engine.author;

import io.egressrules.engine.author.list.ListTree;
import io.egressrules.engine.author.text.Source;
import io.egressrules.engine.author.text.TextFile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads policy files. Immutable.
 *
 * <p>A policy is read whole or not at all; whatever the text is, nothing but {@link
 * PolicyException} is thrown.
 */
public final class PolicyReader {
  /** Takes list files from the policy's own directory and below. */
  public static final PolicyReader DEFAULT = new PolicyReader(null);

  private final @Nullable Path listRoot;

  private PolicyReader(@Nullable Path listRoot) {
    this.listRoot = listRoot;
  }

  /**
   * This reader, which takes list files from another tree; their names stay relative to the
   * policy's directory.
   *
   * @param root the top of the tree; contains the policy's directory
   * @return a copy
   */
  public PolicyReader listRoot(Path root) {
    return new PolicyReader(Objects.requireNonNull(root));
  }

  /**
   * Reads a policy file, and the list files it names.
   *
   * @param file the file; opened once
   * @return the policy
   * @throws PolicyException if the file cannot be read or something is wrong with it; with all
   *     problems
   */
  public Policy read(Path file) {
    Path directory = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
    return read(TextFile.read(file, file.toString()), directory);
  }

  /**
   * Reads a policy from a text, and the list files it names.
   *
   * @param text the policy in YAML 1.2 or JSON
   * @param fileName the text's name in problems and reasons
   * @param baseDirectory the directory that list files are relative to
   * @return the policy
   * @throws PolicyException if something is wrong with it; with all problems
   */
  public Policy read(String text, String fileName, Path baseDirectory) {
    return read(TextFile.of(fileName, text), baseDirectory);
  }

  private Policy read(Source source, Path directory) {
    Path root = Objects.requireNonNullElse(listRoot, directory);
    PolicyDraft draft = PolicyDraft.read(source, new ListTree(directory, root));
    List<Problem> problems = draft.problems();
    if (!problems.isEmpty()) {
      throw new PolicyException(problems);
    }
    return draft.policy();
  }
}
