package io.egressrules.examples.scan;

import io.egressrules.policy.Confidence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of the command.
 *
 * @param format how findings are written
 * @param policy the policy file, or null
 * @param profile the name of the profile to look by, or null
 * @param confidence the least confidence of what is told, or null for the profile's
 * @param key the file of the fingerprints' key, or null
 * @param progress whether progress is told
 * @param paths the files and directories, at least one
 */
record Options(
    Format format,
    @Nullable Path policy,
    @Nullable String profile,
    @Nullable Confidence confidence,
    @Nullable Path key,
    boolean progress,
    List<Path> paths) {
  static final String USAGE =
      "usage: Scan [--format text|json|sarif] [--policy FILE] [--profile NAME]"
          + " [--confidence possible|likely|very-likely] [--key FILE] [--progress] FILE|DIR...";

  /**
   * Reads arguments; what follows {@code --} is a path.
   *
   * @throws WrongArgument if an option is unknown or lacks its value, or there is no path
   */
  static Options parse(String... args) {
    return new Parser(List.of(args)).parse();
  }

  private static final class Parser {
    private final Deque<String> left;
    private final List<Path> paths = new ArrayList<>();
    private Format format = Format.TEXT;
    private @Nullable Path policy;
    private @Nullable String profile;
    private @Nullable Confidence confidence;
    private @Nullable Path key;
    private boolean progress;

    Parser(List<String> args) {
      left = new ArrayDeque<>(args);
    }

    Options parse() {
      while (!left.isEmpty()) {
        take(left.pop());
      }
      if (paths.isEmpty()) {
        throw new WrongArgument("no file or directory is named");
      }
      return new Options(format, policy, profile, confidence, key, progress, List.copyOf(paths));
    }

    private void take(String word) {
      switch (word) {
        case "--format" -> format = one(Format.class, word);
        case "--policy" -> policy = path(value(word));
        case "--profile" -> profile = value(word);
        case "--confidence" -> confidence = one(Confidence.class, word);
        case "--key" -> key = path(value(word));
        case "--progress" -> progress = true;
        case "--" -> {
          left.forEach(path -> paths.add(path(path)));
          left.clear();
        }
        default -> {
          if (word.startsWith("--")) {
            throw new WrongArgument("there is no option `" + word + "`");
          }
          paths.add(path(word));
        }
      }
    }

    private String value(String option) {
      String value = left.poll();
      if (value == null) {
        throw new WrongArgument("`" + option + "` needs a value");
      }
      return value;
    }

    private <E extends Enum<E>> E one(Class<E> type, String option) {
      String value = value(option);
      for (E constant : type.getEnumConstants()) {
        if (word(constant).equals(value)) {
          return constant;
        }
      }
      throw new WrongArgument("`" + option + "` cannot be `" + value + "`");
    }

    private static Path path(String text) {
      try {
        return Path.of(text);
      } catch (InvalidPathException wrong) {
        throw new WrongArgument("`" + text + "` is no path");
      }
    }
  }

  /** The word for a constant, such as {@code very-likely}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
