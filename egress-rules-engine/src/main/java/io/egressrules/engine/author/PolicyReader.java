package io.egressrules.engine.author;

import io.egressrules.engine.author.list.ListTree;
import io.egressrules.engine.author.text.Source;
import io.egressrules.engine.author.text.TextFile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads policy files. Immutable.
 *
 * <p>A policy is read whole or not at all; whatever the text is, nothing but {@link
 * PolicyException} is thrown.
 */
public final class PolicyReader {
  /** Takes list files from the policy's own directory and below. */
  public static final PolicyReader DEFAULT = new PolicyReader(null, lines -> {});

  private final @Nullable Path listRoot;
  private final LongConsumer told;

  private PolicyReader(@Nullable Path listRoot, LongConsumer told) {
    this.listRoot = listRoot;
    this.told = told;
  }

  /**
   * This reader, which takes list files from another tree; their names stay relative to the
   * policy's directory.
   *
   * @param root the top of the tree; contains the policy's directory
   * @return a copy
   */
  public PolicyReader listRoot(Path root) {
    return new PolicyReader(Objects.requireNonNull(root), told);
  }

  /**
   * This reader, which tells how far it is with long list files.
   *
   * @param lines is told the lines read of the list file, every 65,536 lines, and may throw a
   *     {@link CancellationException} to stop
   * @return a copy
   */
  public PolicyReader progress(LongConsumer lines) {
    return new PolicyReader(listRoot, Objects.requireNonNull(lines));
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
    return load(file, policy -> policy);
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
    return load(text, fileName, baseDirectory, policy -> policy);
  }

  /**
   * Reads a policy file, and the list files it names, and compiles the policy.
   *
   * @param file the file; opened once
   * @param compiler makes a filter of the policy, or throws {@link PolicyException}
   * @param <F> what the compiler makes
   * @return what the compiler made
   * @throws PolicyException if the file cannot be read or something is wrong with it; with all
   *     problems, also the compiler's shown in the text
   */
  public <F> F load(Path file, Function<Policy, F> compiler) {
    return load(file, (policy, sources) -> compiler.apply(policy));
  }

  /**
   * Reads a policy file, and the list files it names, and compiles the policy.
   *
   * @param file the file; opened once
   * @param compiler makes a filter of the policy and of the fingerprints of the files it was read
   *     from, or throws {@link PolicyException}
   * @param <F> what the compiler makes
   * @return what the compiler made
   * @throws PolicyException if the file cannot be read or something is wrong with it; with all
   *     problems, also the compiler's shown in the text
   */
  public <F> F load(Path file, BiFunction<Policy, List<String>, F> compiler) {
    return load(TextFile.read(file, file.toString()), directory(file), compiler);
  }

  /**
   * Whether the files that a policy was read from are as they were; it reads and hashes them, and
   * does not parse them.
   *
   * @param file the policy file
   * @param before the fingerprints that the compiler of {@link #load(Path, BiFunction)} was given
   * @return the name of the first file that has changed or is gone, or null when none has
   */
  public @Nullable String change(Path file, List<String> before) {
    return Sources.change(before, file, tree(directory(file)));
  }

  private static Path directory(Path file) {
    return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
  }

  private ListTree tree(Path directory) {
    return new ListTree(directory, Objects.requireNonNullElse(listRoot, directory));
  }

  /**
   * Reads a policy from a text, and the list files it names, and compiles the policy.
   *
   * @param text the policy in YAML 1.2 or JSON
   * @param fileName the text's name in problems and reasons
   * @param baseDirectory the directory that list files are relative to
   * @param compiler makes a filter of the policy, or throws {@link PolicyException}
   * @param <F> what the compiler makes
   * @return what the compiler made
   * @throws PolicyException if something is wrong with the policy; with all problems, also the
   *     compiler's shown in the text
   */
  public <F> F load(
      String text, String fileName, Path baseDirectory, Function<Policy, F> compiler) {
    return load(
        TextFile.of(fileName, text), baseDirectory, (policy, sources) -> compiler.apply(policy));
  }

  /** A policy whose rules do not all read well is compiled too, for the problems of the others. */
  private <F> F load(Source source, Path directory, BiFunction<Policy, List<String>, F> compiler) {
    PolicyDraft draft = PolicyDraft.read(source, tree(directory), told);
    if (draft.makesSense()) {
      try {
        F made = compiler.apply(draft.policy(), draft.sources());
        if (draft.isWhole()) {
          return made;
        }
      } catch (PolicyException refused) {
        refused.problems().forEach(draft::add);
      }
    }
    throw new PolicyException(draft.problems());
  }
}
