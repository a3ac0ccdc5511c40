package io.egressrules.engine.saved;

import io.egressrules.engine.plan.PackedReader;
import io.egressrules.engine.plan.PackedWriter;
import io.egressrules.engine.plan.Plan;
import io.egressrules.policy.PolicyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;

/**
 * The compiled form of a policy, as a file holds it.
 *
 * <pre>
 *   8 bytes   89 45 47 52 46 0d 0a 1a, which no transfer as text leaves as they are
 *   4 bytes   the version of the format, {@value #FORMAT}
 *   4 bytes   the length of the content
 *   content   the version of the compiler, the fingerprints of the sources, the plan
 *   32 bytes  SHA-256 (FIPS 180-4) of everything before
 * </pre>
 *
 * <p>Numbers of fixed width have their highest byte first; the content is as {@link PackedWriter}
 * writes it. The secret that keys the look-ups of names is not part of it: each process has its
 * own.
 *
 * <p>The checksum is against damage, not against forgery. Who can write the file decides what is
 * allowed, as with the policy itself.
 *
 * @param sources the fingerprints of the files that the policy was read from, the policy file
 *     first; none when it was not read from files
 * @param plan the plan
 */
public record SavedForm(List<String> sources, Plan plan) {
  /** The version of the format. */
  public static final int FORMAT = 1;

  private static final String COMPILER = compiler();

  /**
   * A compiled form.
   *
   * @param sources the fingerprints of the files that the policy was read from
   * @param plan the plan
   */
  public SavedForm {
    sources = List.copyOf(sources);
  }

  private static String compiler() {
    try (InputStream in = SavedForm.class.getResourceAsStream("compiler-version.txt")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks `compiler-version.txt`; build it anew");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Writes the form to a file, which others see as it was or whole.
   *
   * @param file the file; replaced when it exists
   * @throws IOException if it cannot be written; then the file is as it was
   */
  public void write(Path file) throws IOException {
    PackedWriter out = new PackedWriter();
    out.text(COMPILER);
    new WordWriter(out).texts(sources);
    PlanWriter.write(plan, out);
    SealedFile.write(file, out.toBytes());
  }

  /**
   * Reads a form from a file.
   *
   * @param file the file
   * @return the form
   * @throws PolicyException if the file cannot be read, is no saved form or a damaged one, or comes
   *     from another version; with one problem that says so
   */
  public static SavedForm read(Path file) {
    PackedReader in = new PackedReader(SealedFile.read(file));
    try {
      String compiler = in.text();
      if (!compiler.equals(COMPILER)) {
        throw Refusal.OTHER_VERSION.of(
            file, "was saved by version " + compiler + " and not by " + COMPILER);
      }
      List<String> sources = List.of(new WordReader(in).texts());
      return new SavedForm(sources, PlanReader.read(in));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException broken) {
      throw Refusal.DAMAGED.of(file, "holds what no compiler writes");
    }
  }
}
