package io.egressrules.engine.author.list;

import io.egressrules.engine.author.text.Characters;
import io.egressrules.engine.author.text.Code;
import io.egressrules.engine.author.text.Fingerprint;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.TextFile;
import io.egressrules.engine.author.text.Values;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * Reads one list file, line by line. An entry a line; {@code #} and {@code ;} at the start of a
 * word begin a comment. One wrong line makes the whole file unusable, since a list without its
 * wrong entries would deny less than its author meant.
 *
 * @param <E> the kind of entry
 */
public final class ListFile<E> {
  /** The largest file, in bytes. */
  public static final long MAX_BYTES = 512L << 20;

  /** The most entries of a file. */
  public static final int MAX_ENTRIES = 10_000_000;

  /** How many lines lie between two tellings of how far the reading is. */
  public static final int TELLING = 1 << 16;

  private final LineForm<E> form;
  private final Code malformed;
  private final String name;
  private final Problems problems;
  private final MessageDigest digest = Fingerprint.digest();
  private final ArrayList<E> values = new ArrayList<>();

  private ListFile(LineForm<E> form, Code malformed, String name) {
    this.form = form;
    this.malformed = malformed;
    this.name = name;
    this.problems = Problems.of(name);
  }

  /**
   * A list of host patterns that is still to be read.
   *
   * @param name the file as problems name it
   * @return a new reader
   */
  public static ListFile<DomainPattern> ofHosts(String name) {
    return new ListFile<>(new HostLines(), Code.MALFORMED_HOST, name);
  }

  /**
   * A list of CIDRs, addresses and address ranges that is still to be read.
   *
   * @param name the file as problems name it
   * @return a new reader
   */
  public static ListFile<Cidr> ofCidrs(String name) {
    return new ListFile<>(new CidrLines(), Code.MALFORMED_CIDR, name);
  }

  /**
   * Reads the file; linear in its size.
   *
   * @param file the file
   * @param told is told the number of lines every {@value #TELLING} lines, and may throw to stop
   * @return what was wrong; empty when every line was right
   */
  public Problems read(Path file, LongConsumer told) {
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      if (Files.size(file) > MAX_BYTES) {
        problems.add(
            Code.TOO_LARGE,
            place(0, 0),
            "the list is larger than " + MAX_BYTES + " bytes; split or shorten it");
      } else {
        readLines(new Lines(in), told);
      }
    } catch (IOException failed) {
      problems.add(Code.UNREADABLE_FILE, place(0, 0), TextFile.reason(failed));
    }
    return problems;
  }

  private void readLines(Lines lines, LongConsumer told) throws IOException {
    while (lines.next() && values.size() <= MAX_ENTRIES) {
      readLine(lines);
      if (lines.number() % TELLING == 0) {
        told.accept(lines.number());
      }
    }
    if (values.size() > MAX_ENTRIES) {
      String advice = "the list has more than " + MAX_ENTRIES + " entries; shorten it";
      problems.add(Code.TOO_LARGE, place(lines.number(), 1), advice);
    }
    if (values.isEmpty() && problems.count() == 0) {
      String advice =
          "the list holds no entry; a group that is meant to be empty is written `[]` in the"
              + " policy";
      problems.add(Code.EMPTY_TEXT, place(1, 1), advice);
    }
  }

  private void readLine(Lines lines) {
    int number = lines.number();
    if (lines.isTooLong()) {
      problems.add(
          Code.LONG_LINE,
          place(number, 1),
          "the line is longer than " + Lines.LONGEST + " bytes; one entry a line");
      return;
    }
    try {
      String line = lines.text();
      if (isVisible(line, number)) {
        readEntries(line, number);
      }
    } catch (CharacterCodingException notUtf8) {
      problems.add(
          Code.MALFORMED_UTF8, place(number, 1), "the line is not utf-8; save the file as utf-8");
    }
  }

  private boolean isVisible(String line, int number) {
    for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
      int c = line.codePointAt(at);
      if (c != '\t' && !Characters.isVisible(c)) {
        problems.add(
            Code.FORBIDDEN_CHARACTER,
            place(line, number, at),
            Characters.advice(c, number - 1 + at),
            line);
        return false;
      }
    }
    return true;
  }

  private void readEntries(String line, int number) {
    List<Word> words = Word.of(line);
    try {
      form.entries(words).forEach(entry -> readEntry(line, number, entry));
    } catch (IllegalArgumentException refused) {
      report(line, number, words.get(0), refused);
    }
  }

  private void readEntry(String line, int number, Word entry) {
    try {
      values.addAll(form.values(entry.text()));
    } catch (IllegalArgumentException refused) {
      report(line, number, entry, refused);
    }
  }

  private void report(String line, int number, Word word, IllegalArgumentException refused) {
    String advice = Objects.requireNonNullElse(refused.getMessage(), "correct it");
    problems.add(
        malformed, place(line, number, word.start()), Values.message(word.text(), advice), line);
  }

  private SourceLocation place(String line, int number, int offset) {
    return place(number, 1 + line.codePointCount(0, offset));
  }

  private SourceLocation place(int line, int column) {
    return new SourceLocation(name, line, column);
  }

  /**
   * What a list file holds now, without reading its entries.
   *
   * @param written the file as the policy names it
   * @param file where it lies
   * @return equal to what {@link #fingerprint} says of the same content
   * @throws IOException if the file cannot be read
   */
  public static String fingerprint(String written, Path file) throws IOException {
    MessageDigest digest = Fingerprint.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Fingerprint.of(written, digest);
  }

  /**
   * What was in the file, to be asked for once, after it was read.
   *
   * @param written the file as the policy names it
   * @return of all bytes when nothing was wrong
   */
  public String fingerprint(String written) {
    return Fingerprint.of(written, digest);
  }

  /**
   * The entries that were read.
   *
   * @return the values in the order of the file; complete only when nothing was wrong
   */
  public List<E> values() {
    return values;
  }
}
