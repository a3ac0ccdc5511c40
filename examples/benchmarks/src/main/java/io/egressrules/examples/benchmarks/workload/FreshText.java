package io.egressrules.examples.benchmarks.workload;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Takes back what a text knows of its own hash.
 *
 * <p>A host that was just parsed out of a URL has never been hashed. Texts that are made before the
 * measurement would be hashed once and then answer from memory, which flatters a hash map; making
 * them anew each time would measure the allocator. Needs {@code --add-opens
 * java.base/java.lang=ALL-UNNAMED}.
 */
public final class FreshText {
  private static final VarHandle HASH = hash();

  private FreshText() {}

  private static VarHandle hash() {
    try {
      return MethodHandles.privateLookupIn(String.class, MethodHandles.lookup())
          .findVarHandle(String.class, "hash", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * Makes a text as fresh as one just parsed.
   *
   * @param text any text that is not hashed at the same time elsewhere
   * @return the same text
   */
  public static String of(String text) {
    HASH.set(text, 0);
    return text;
  }
}
