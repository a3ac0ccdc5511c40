package io.egressrules.engine;

import io.egressrules.EgressFilter;
import io.egressrules.engine.author.PolicyReader;
import io.egressrules.engine.compile.Compiled;
import io.egressrules.engine.compile.JointCompiler;
import io.egressrules.engine.compile.PolicyCompiler;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Turns policies into filters: the one door of the engine.
 *
 * <p>Whatever is wrong with a policy, no filter comes into being; a service that reloads keeps the
 * one it has.
 */
public final class EgressRules {
  private EgressRules() {}

  /**
   * Reads and compiles a policy file, with the system's clock.
   *
   * @param file the policy file, YAML 1.2 or JSON; see POLICY-FILE.md
   * @return an immutable filter
   * @throws PolicyException if the file cannot be read, or something is wrong with the policy; with
   *     all its problems
   */
  public static EgressFilter load(Path file) {
    return load(file, CompileOptions.DEFAULT);
  }

  /**
   * Reads and compiles a policy file; or opens its saved form, when {@link CompileOptions#savedIn}
   * names one and neither the policy file nor a list file has changed since.
   *
   * @param file the policy file, YAML 1.2 or JSON; see POLICY-FILE.md
   * @param options how
   * @return an immutable filter
   * @throws PolicyException if the file cannot be read, or something is wrong with the policy; with
   *     all its problems
   */
  public static EgressFilter load(Path file, CompileOptions options) {
    Path form = options.savedIn();
    return form == null
        ? reader(options).load(file, policy -> compile(policy, options))
        : new SavedPolicy(form, options).load(file);
  }

  /**
   * Reads a policy file and the list files it names, which lie in its directory or below.
   *
   * @param file the policy file, YAML 1.2 or JSON
   * @return the policy, not compiled
   * @throws PolicyException if the file cannot be read, or something is wrong with it; with all its
   *     problems
   */
  public static Policy read(Path file) {
    return PolicyReader.DEFAULT.read(file);
  }

  /**
   * Reads a policy from a text, and the list files it names.
   *
   * @param text the policy in YAML 1.2 or JSON
   * @param fileName the text's name in problems and reasons
   * @param baseDirectory the directory that list files are relative to
   * @return the policy, not compiled
   * @throws PolicyException if something is wrong with it; with all its problems
   */
  public static Policy read(String text, String fileName, Path baseDirectory) {
    return PolicyReader.DEFAULT.read(text, fileName, baseDirectory);
  }

  /**
   * Compiles a policy, with the system's clock.
   *
   * @param policy the policy
   * @return an immutable filter
   * @throws PolicyException if the policy has an error; with all its problems
   */
  public static EgressFilter compile(Policy policy) {
    return compile(policy, CompileOptions.DEFAULT);
  }

  /**
   * Compiles a policy.
   *
   * @param policy the policy
   * @param options how
   * @return an immutable filter
   * @throws PolicyException if the policy has an error; with all its problems
   */
  public static EgressFilter compile(Policy policy, CompileOptions options) {
    return compiled(policy, options).filter();
  }

  /**
   * Compiles policies together, for a process that has several, such as one for each tenant: what
   * they have in common is stored once.
   *
   * <p>Each filter decides and explains as that of {@link #compile(Policy, CompileOptions) compile}
   * does, with its own policy id, and may be kept when others are dropped. What they share is the
   * index of names, the index of CIDRs, and the sets of exceptions that refer to the same list: a
   * list of n names in ten policies takes n entries, whether or not it is one list in memory.
   * Besides, each filter has an array with 4 bytes for each different set of rules, of all
   * policies, that a name or a CIDR leads to. Where that takes more than sharing spares, as with
   * many policies that have nothing in common, each filter has indexes of its own.
   *
   * <p>A decision is made as it is otherwise: one look-up of the name and one of each address, in
   * an index of the size of all policies together, and one access to the array. It reads no rule of
   * another policy. Policies that change are compiled together anew; a filter that is kept keeps
   * the shared indexes in memory. {@link CompileOptions#savedIn} has no effect: a saved form is
   * that of one policy.
   *
   * @param policies the policies, which may be equal or have equal names
   * @param options how, for all; the limit of costs is that of each, look-ups in shared indexes
   *     included
   * @return a filter for each policy, in the same order
   * @throws PolicyException if any policy has an error; with all problems of all policies, policy
   *     by policy. Their places are in the policies' own files; in place of what was written in
   *     code stands the policy's name
   */
  public static List<EgressFilter> compileAll(List<Policy> policies, CompileOptions options) {
    return JointCompiler.compile(policies, options.settings());
  }

  static PolicyReader reader(CompileOptions options) {
    return PolicyReader.DEFAULT.progress(options.told(CompileStep.READ));
  }

  static Compiled compiled(Policy policy, CompileOptions options) {
    return PolicyCompiler.compile(policy, options.settings());
  }

  /**
   * Compiles a policy file and saves the compiled form, for {@link #open} in another process.
   *
   * @param file the policy file, YAML 1.2 or JSON; see POLICY-FILE.md
   * @param form the file that is written; others see it as it was or whole
   * @throws PolicyException if the policy file cannot be read, or something is wrong with the
   *     policy; with all its problems
   * @throws IOException if the form cannot be written
   */
  public static void save(Path file, Path form) throws IOException {
    new SavedPolicy(form, CompileOptions.DEFAULT).save(file);
  }

  /**
   * Opens a saved form, without looking at the policy it was made of. It decides and explains as
   * that policy did, and takes a fraction of the time to compile it; linear in its size.
   *
   * @param form a file that {@link #save} wrote, or {@link #load(Path, CompileOptions) load} with
   *     {@link CompileOptions#savedIn}, with the same version of this library; trusted as a policy
   *     is, since its checksum tells damage and no forgery
   * @param options how; the form's file is this one, whatever they say
   * @return an immutable filter
   * @throws PolicyException if the file cannot be read, is no saved form or a damaged one, comes
   *     from another version, or is too costly for the limit
   */
  public static EgressFilter open(Path form, CompileOptions options) {
    return new SavedPolicy(form, options).open();
  }

  /**
   * Finds what is wrong with a policy.
   *
   * @param policy the policy
   * @return errors and warnings in the order of the text; without an error the policy compiles
   */
  public static List<Problem> check(Policy policy) {
    return PolicyCompiler.check(policy);
  }

  /**
   * How large a filter is, and what its slowest decision costs.
   *
   * @param filter a filter of {@link #compile}, {@link #compileAll} or {@link #load}
   * @return its figures
   * @throws IllegalArgumentException if the filter comes from elsewhere
   */
  public static Statistics statistics(EgressFilter filter) {
    return PolicyCompiler.statistics(filter, Statistics::new);
  }

  /**
   * What the look-ups of names and addresses take in memory: the indexes, and what leads on from
   * them to rules. Nearly all of the memory of a policy with long lists.
   *
   * @param filter a filter of {@link #compile}, {@link #compileAll} or {@link #load}
   * @return bytes; of what filters share, each has an equal part, so that the sum is what all of
   *     them take
   * @throws IllegalArgumentException if the filter comes from elsewhere
   */
  public static long bytes(EgressFilter filter) {
    return PolicyCompiler.bytes(filter);
  }

  /**
   * Decides with one filter and reports what another would have decided, to try a policy before it
   * takes effect.
   *
   * @param live decides
   * @param candidate its outcome, where it differs in effect, reason code or rule, is the would-be
   *     outcome of the decision; whatever goes wrong in it changes nothing else
   * @return a filter with the policy id and the needs of the live one
   */
  public static EgressFilter shadow(EgressFilter live, EgressFilter candidate) {
    return new ShadowFilter(live, candidate);
  }
}
