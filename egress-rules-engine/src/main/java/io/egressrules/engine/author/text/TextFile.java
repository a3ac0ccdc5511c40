package io.egressrules.engine.author.text;

import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import io.egressrules.policy.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes texts in: bounded, strictly UTF-8 (RFC 3629), and without characters that cannot be seen.
 */
public final class TextFile {
  /** The longest text, in bytes of a file or UTF-16 code units of a string. */
  public static final int LIMIT = 4 << 20;

  private TextFile() {}

  /**
   * The text of a file.
   *
   * @param file the file; opened once, no more than {@value #LIMIT} bytes and one are read
   * @param name the file as problems name it
   * @return the text
   * @throws PolicyException if the file cannot be read, is too large, or holds what a text must not
   */
  public static Source read(Path file, String name) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      return of(name, decode(bytes, name));
    } catch (IOException failed) {
      throw refused(Code.UNREADABLE_FILE, new SourceLocation(name, 0, 0), reason(failed));
    }
  }

  /**
   * A text that is at hand.
   *
   * @param name the text's name in problems
   * @param text the characters
   * @return the text
   * @throws PolicyException if the text is too large, or holds what a text must not
   */
  public static Source of(String name, String text) {
    if (text.length() > LIMIT) {
      String advice =
          "the text is longer than "
              + LIMIT
              + " bytes; move long groups to list files (`file: lists/x.txt`)";
      throw refused(Code.TOO_LARGE, new SourceLocation(name, 0, 0), advice);
    }
    Source source = Source.of(name, text);
    Problems problems = Problems.of(source);
    Characters.check(source, problems);
    if (problems.count() > 0) {
      throw new PolicyException(problems.list());
    }
    return source;
  }

  private static String decode(byte[] bytes, String name) {
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = utf8.decode(ByteBuffer.wrap(bytes), text, true);
    String decoded = text.flip().toString();
    boolean cutOff = bytes.length > LIMIT;
    if (result.isError() && !cutOff) {
      SourceLocation where = Source.of(name, decoded).locationOf(decoded.length());
      throw refused(
          Code.MALFORMED_UTF8,
          where,
          "the bytes from here on are not utf-8; save the file as utf-8");
    }
    return cutOff ? " ".repeat(LIMIT + 1) : decoded;
  }

  /**
   * Why a file was not read, in words that tell nothing of its content.
   *
   * @param failed what the file system said
   * @return one lower-case sentence with the fix
   */
  public static String reason(IOException failed) {
    return failed instanceof NoSuchFileException
        ? "the file does not exist; check its name and directory"
        : "the file cannot be read ("
            + failed.getClass().getSimpleName()
            + "); check that it is a file, and its permissions";
  }

  private static PolicyException refused(Code code, SourceLocation where, String message) {
    return new PolicyException(List.of(Problem.error(code.toString(), where, message)));
  }
}
