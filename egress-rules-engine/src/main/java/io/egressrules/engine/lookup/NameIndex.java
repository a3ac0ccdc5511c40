package io.egressrules.engine.lookup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Two numbers for every name: one for the name itself, one for all names below it.
 *
 * <p>A look-up goes through the labels of a host from the right, hashing as it goes, in one
 * open-addressing table that holds every name and every ancestor of a name; it stops at the first
 * label that leads nowhere. A slot is two longs: the hash, and where the name lies in the pool,
 * which holds its numbers and characters side by side. A name is found only when its characters are
 * compared.
 */
public final class NameIndex {
  /** The numbers of a name in the pool, before its length and its characters. */
  static final int AT = 0;

  static final int BELOW = Integer.BYTES;
  static final int LENGTH = 2 * Integer.BYTES;
  static final int CHARACTERS = LENGTH + 1;

  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** In place of a name: a slot that only says that there are names below. */
  static final int ANCESTOR = 0;

  private static final int NOTHING = -1;

  private final KeyedHash hash;
  private final long[] slots;
  private final byte[] pool;
  private final int deepest;

  NameIndex(KeyedHash hash, long[] slots, byte[] pool, int deepest) {
    this.hash = hash;
    this.slots = slots;
    this.pool = pool;
    this.deepest = deepest;
  }

  /**
   * A builder of an index.
   *
   * @param seed keys the hash; a secret of the process, so that nobody can make names that collide
   * @return a new builder
   */
  public static NameIndexBuilder builder(long seed) {
    return new NameIndexBuilder(KeyedHash.of(seed));
  }

  /**
   * Looks a host up.
   *
   * @param host a canonical name: lower-case ASCII labels without a trailing dot
   * @return the number at the host; else the number below the closest name above it; else 0
   */
  public int find(String host) {
    return find(host, 0, host.length());
  }

  /**
   * Looks up a host that stands in a longer text.
   *
   * @param text any text
   * @param from where a canonical name starts in it
   * @param to where the name ends
   * @return as {@link #find(String)} of that part; nothing is copied
   */
  public int find(String text, int from, int to) {
    int found = 0;
    long state = KeyedHash.NOTHING;
    int end = to;
    for (int level = 0; level < deepest; level++) {
      int start = Math.max(from, text.lastIndexOf('.', end - 1) + 1);
      state = hash.label(state, text, start, end);
      int name = name(hash.spread(state), text, start, to);
      if (name == NOTHING) {
        return found;
      }
      int number = name == ANCESTOR ? 0 : (int) INT.get(pool, name + (start == from ? AT : BELOW));
      found = number == 0 ? found : number;
      if (start == from) {
        return found;
      }
      end = start - 1;
    }
    return found;
  }

  /**
   * The place of the name that a text ends with; {@link #ANCESTOR} when there may only be names
   * below it, {@link #NOTHING} when there are none.
   */
  private int name(long wanted, String text, int start, int end) {
    int found = NOTHING;
    int slot = home(wanted, slots.length);
    while (slots[slot] != 0) {
      if (slots[slot] == wanted) {
        int name = (int) slots[slot + 1];
        if (name != ANCESTOR && equals(pool, name, text, start, end)) {
          return name;
        }
        found = ANCESTOR;
      }
      slot = slot + 2 == slots.length ? 0 : slot + 2;
    }
    return found;
  }

  /** The slot at which the search for a hash begins. */
  static int home(long hash, int length) {
    return 2 * (int) Math.multiplyHigh(hash >>> 1, (long) length);
  }

  /** Whether the name at that place of the pool is that part of a text. */
  static boolean equals(byte[] pool, int name, String text, int start, int end) {
    int length = end - start;
    if ((pool[name + LENGTH] & 0xff) != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (pool[name + CHARACTERS + i] != text.charAt(start + i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The most labels that a look-up goes through.
   *
   * @return the number of labels of the deepest name
   */
  public int deepest() {
    return deepest;
  }

  /**
   * The footprint.
   *
   * @return bytes, without the headers of objects
   */
  public long bytes() {
    return (long) Long.BYTES * slots.length + pool.length;
  }
}
