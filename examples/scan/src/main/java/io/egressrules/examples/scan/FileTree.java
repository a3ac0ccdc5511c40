package io.egressrules.examples.scan;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The files at and below a path, in the order of their names. A link is followed where it is named
 * and not where it is met, so that nothing is seen twice and no loop is walked.
 */
final class FileTree {

  /** Learns of what is met. */
  interface Visitor {
    /** A regular file. */
    void file(Path file);

    /** Something that cannot be read. */
    void unread(Path path, IOException why);
  }

  private FileTree() {}

  static void walk(Path start, Visitor visitor) {
    if (Files.isDirectory(start)) {
      directory(start, visitor);
    } else if (Files.exists(start)) {
      // A pipe too, if it was named.
      visitor.file(start);
    } else {
      visitor.unread(start, new NoSuchFileException(start.toString()));
    }
  }

  private static void directory(Path directory, Visitor visitor) {
    for (Path entry : entries(directory, visitor)) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        directory(entry, visitor);
      } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
        visitor.file(entry);
      }
    }
  }

  private static List<Path> entries(Path directory, Visitor visitor) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(entries::add);
    } catch (IOException unread) {
      visitor.unread(directory, unread);
    }
    Collections.sort(entries);
    return entries;
  }
}
