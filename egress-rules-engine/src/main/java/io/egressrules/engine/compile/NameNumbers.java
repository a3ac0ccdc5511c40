package io.egressrules.engine.compile;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Numbers names from 0, in the order in which they come, and finds them again, also as the end of
 * longer names. It holds references to the names and two integers each, where a map would hold a
 * node and a boxed number.
 */
final class NameNumbers {
  /** The number of a name that has none. */
  static final int NONE = -1;

  /**
   * Multiplies at each character, so that who feeds a list cannot make names that collide, as is
   * easily done for {@link String#hashCode}. Nothing but time depends on it.
   */
  private static final long KEY = new SecureRandom().nextLong() | 1;

  private String[] names = new String[16];
  private int[] hashes = new int[16];
  private int size;

  /** The numbers plus one by hash, with open addressing; at most half of them taken. */
  private int[] slots = new int[32];

  /** The number of a name, which is new unless it has one. */
  int enter(String name) {
    int slot = slot(name, 0);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == names.length) {
      grow();
      slot = slot(name, 0);
    }
    names[size] = name;
    hashes[size] = hash(name, 0);
    slots[slot] = ++size;
    return size - 1;
  }

  /** The number of the name that a text ends with, or {@link #NONE}. */
  int find(String text, int start) {
    return slots[slot(text, start)] - 1;
  }

  String name(int number) {
    return names[number];
  }

  int size() {
    return size;
  }

  /** The slot of the name that a text ends with, or the free one where it would go. */
  private int slot(String text, int start) {
    int hash = hash(text, start);
    int slot = home(hash);
    while (slots[slot] != 0 && !is(slots[slot] - 1, hash, text, start)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean is(int number, int hash, String text, int start) {
    return hashes[number] == hash
        && names[number].length() == text.length() - start
        && text.endsWith(names[number]);
  }

  /** The hash of the end of a text, as if it were a text of its own: the bits that all reach. */
  private static int hash(String text, int start) {
    long hash = KEY;
    for (int i = start; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * KEY;
    }
    return (int) (hash >>> Integer.SIZE);
  }

  private int home(int hash) {
    return hash >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
  }

  private void grow() {
    names = Arrays.copyOf(names, 2 * size);
    hashes = Arrays.copyOf(hashes, 2 * size);
    slots = new int[4 * size];
    for (int number = 0; number < size; number++) {
      int slot = home(hashes[number]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number + 1;
    }
  }
}
