package io.egressrules.engine.author.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The directory tree that list files must lie in, so that a policy cannot make its reader open any
 * file of the machine.
 *
 * <p>Neither {@code ..}, nor an absolute path, nor a symbolic link leads out of it; links within it
 * are followed.
 */
public final class ListTree {
  private final Path base;
  private final Path root;

  /**
   * A tree of list files.
   *
   * @param base the directory that file names are relative to
   * @param root the top of the tree; contains the base
   */
  public ListTree(Path base, Path root) {
    this.base = base.toAbsolutePath().normalize();
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * Finds a list file.
   *
   * @param written the file as the policy names it
   * @return the file behind all links
   * @throws IllegalArgumentException if the name is no path, or leads out of the tree; nothing
   *     outside was looked at by name
   * @throws IOException if the file does not exist, is no regular file, or cannot be reached
   */
  public Path locate(String written) throws IOException {
    Path named = resolve(written);
    requireInside(named, root);
    Path real = named.toRealPath();
    requireInside(real, root.toRealPath());
    if (!Files.isRegularFile(real)) {
      throw new IOException("not a regular file");
    }
    return real;
  }

  private Path resolve(String written) {
    try {
      return base.resolve(written).normalize();
    } catch (InvalidPathException refused) {
      throw new IllegalArgumentException("no file can have this name; correct it", refused);
    }
  }

  private static void requireInside(Path file, Path top) {
    if (!file.startsWith(top)) {
      throw new IllegalArgumentException(
          "a list file lies in the policy's directory or below; move it there, or name its root when"
              + " you read the policy");
    }
  }
}
