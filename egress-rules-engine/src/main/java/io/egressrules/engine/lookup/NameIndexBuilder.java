package io.egressrules.engine.lookup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds a {@link NameIndex}. Not safe for use by several threads. */
public final class NameIndexBuilder {
  private static final int LONGEST = 253;
  private static final int LEAST_SLOTS = 16;

  private final KeyedHash hash;
  private long[] slots = new long[2 * LEAST_SLOTS];
  private int used;
  private byte[] pool = new byte[1024];
  private int end = 1;
  private int deepest;

  NameIndexBuilder(KeyedHash hash) {
    this.hash = hash;
  }

  /**
   * Gives numbers to a name.
   *
   * @param name a canonical name, new to this builder
   * @param at the number of the name itself, or 0 for none
   * @param below the number of all names below it, or 0 for none
   * @return this builder
   * @throws IllegalArgumentException if the name is too long or has numbers already
   */
  public NameIndexBuilder put(String name, int at, int below) {
    if (name.length() > LONGEST) {
      throw new IllegalArgumentException("a name has at most " + LONGEST + " characters");
    }
    long state = KeyedHash.NOTHING;
    int depth = 0;
    int labelEnd = name.length();
    while (labelEnd >= 0) {
      int start = name.lastIndexOf('.', labelEnd - 1) + 1;
      state = hash.label(state, name, start, labelEnd);
      if (start > 0) {
        enterAncestor(hash.spread(state));
      }
      depth++;
      labelEnd = start - 1;
    }
    enterName(hash.spread(state), name, at, below);
    deepest = Math.max(deepest, depth);
    return this;
  }

  /** Makes sure that a slot has the hash, whosever it is. */
  private void enterAncestor(long wanted) {
    int slot = NameIndex.home(wanted, slots.length);
    while (slots[slot] != 0 && slots[slot] != wanted) {
      slot = next(slot);
    }
    if (slots[slot] == 0) {
      take(slot, wanted, NameIndex.ANCESTOR);
    }
  }

  /** Puts a name into the slot of an ancestor with its hash, or into a free one. */
  private void enterName(long wanted, String name, int at, int below) {
    int slot = NameIndex.home(wanted, slots.length);
    while (slots[slot] != 0 && !(slots[slot] == wanted && slots[slot + 1] == NameIndex.ANCESTOR)) {
      if (slots[slot] == wanted
          && NameIndex.equals(pool, (int) slots[slot + 1], name, 0, name.length())) {
        throw new IllegalArgumentException("`" + name + "` has numbers already; put a name once");
      }
      slot = next(slot);
    }
    int place = store(name, at, below);
    if (slots[slot] == wanted) {
      slots[slot + 1] = place;
    } else {
      take(slot, wanted, place);
    }
  }

  private int next(int slot) {
    return slot + 2 == slots.length ? 0 : slot + 2;
  }

  private void take(int slot, long hashed, long place) {
    slots[slot] = hashed;
    slots[slot + 1] = place;
    used++;
    if (used > slots.length / 2 / 10 * 6) {
      grow();
    }
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        int slot = NameIndex.home(old[i], slots.length);
        while (slots[slot] != 0) {
          slot = next(slot);
        }
        slots[slot] = old[i];
        slots[slot + 1] = old[i + 1];
      }
    }
  }

  private int store(String name, int at, int below) {
    int place = end;
    end = Math.addExact(place, NameIndex.CHARACTERS + name.length());
    if (end > pool.length) {
      pool =
          Arrays.copyOf(
              pool, Math.max(end, (int) Math.min(2L * pool.length, Integer.MAX_VALUE - 8)));
    }
    NameIndex.INT.set(pool, place + NameIndex.AT, at);
    NameIndex.INT.set(pool, place + NameIndex.BELOW, below);
    pool[place + NameIndex.LENGTH] = (byte) name.length();
    byte[] characters = name.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(characters, 0, pool, place + NameIndex.CHARACTERS, characters.length);
    return place;
  }

  /**
   * The index of the names put so far.
   *
   * @return an immutable index
   */
  public NameIndex build() {
    return new NameIndex(hash, slots.clone(), Arrays.copyOf(pool, end), deepest);
  }
}
