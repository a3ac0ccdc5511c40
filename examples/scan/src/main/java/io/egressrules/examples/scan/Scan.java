package io.egressrules.examples.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.egressrules.dlp.DlpInspector;
import io.egressrules.policy.PolicyException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * Looks through files and directories for secrets and personal data, and tells where they are on
 * standard output, never what they are.
 *
 * <pre>
 * Scan [--format text|json|sarif] [--policy FILE] [--profile NAME]
 *      [--confidence possible|likely|very-likely] [--key FILE] [--progress] FILE|DIR...
 * </pre>
 *
 * <p>Without {@code --profile} every detector looks, those of the policy file included; with it,
 * those that the profile of that name looks for. What a profile does about findings is for calls:
 * here all are told. The bytes of {@code --key} are the key of fingerprints, which without it are
 * others at every run.
 *
 * <p>Ends with 0 if nothing was found, 1 if something was, 2 for wrong arguments or a wrong policy,
 * and 3 if a file or a part of one could not be read, whatever was found elsewhere.
 */
public final class Scan {
  static final int NOTHING_FOUND = 0;
  static final int FOUND = 1;
  static final int WRONG_ARGUMENTS = 2;
  static final int UNREAD = 3;

  private Scan() {}

  /**
   * Runs the command.
   *
   * @param args as above
   */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, UTF_8);
    int code = run(out, System.err, args);
    out.flush();
    System.exit(code);
  }

  /** Runs the command and gives the exit code. */
  static int run(PrintStream out, PrintStream err, String... args) {
    try {
      Options options = Options.parse(args);
      DlpInspector inspector = Search.of(options);
      Progress progress = new Progress(err, options.progress(), System::nanoTime);
      Report report = options.format().report(out);
      return new Pass(new FileInspection(inspector, progress), report, progress, err)
          .through(options.paths());
    } catch (PolicyException wrong) {
      err.println(wrong.getMessage());
      return WRONG_ARGUMENTS;
    } catch (WrongArgument wrong) {
      err.println("scan: " + wrong.getMessage());
      err.println(Options.USAGE);
      return WRONG_ARGUMENTS;
    }
  }
}
