package io.egressrules.dlp.scan;

import java.util.Arrays;

/**
 * The walk of one text through a {@link TriggerTable}. It notes where paths end, and leaves it to
 * its owner to look after them; so the loop does nothing else, and the processor may run ahead.
 *
 * <p>Each look-up has to wait for the one before, which leaves the processor idle most of the time.
 * The state depends on a few bytes only, though. So a stretch is cut in {@value #LANES} lanes that
 * are walked side by side, each from a few bytes before its own beginning on; what is left over,
 * and a stretch that is too short for that, belongs to the last lane.
 */
final class TriggerWalk {
  /** How many bytes one stretch may have. */
  static final int MAX_STRETCH = 2048;

  static final int LANES = 4;

  /** How many bytes a lane has at least. */
  private static final int LEAST = 64;

  private final TriggerTable table;
  private int[] notes = {};
  private final int[] counts = new int[LANES];
  private int length;
  private int state;

  TriggerWalk(TriggerTable table) {
    this.table = table;
    state = table.start();
  }

  /**
   * Walks a stretch of text.
   *
   * @param text holds the stretch
   * @param from where it begins
   * @param to where it ends, at most {@value #MAX_STRETCH} bytes on
   */
  void walk(byte[] text, int from, int to) {
    if (notes.length < to - from) {
      notes = new int[to - from];
    }
    Arrays.fill(counts, 0);
    length = (to - from) / LANES;
    if (length < Math.max(LEAST, table.longest())) {
      length = 0;
    } else {
      walkLanes(text, from);
    }
    walkRest(text, from, to);
  }

  private void walkRest(byte[] text, int from, int to) {
    byte[] columns = table.columns();
    char[] rows = table.rows();
    int firstFound = table.firstFound();
    int s = state;
    int n = counts[LANES - 1];
    for (int i = from + LANES * length; i < to; i++) {
      s = rows[s * TriggerTable.UNIT + (columns[text[i] & 0xFF] & 0xFF)];
      if (s >= firstFound) {
        notes[(LANES - 1) * length + n++] = ((i - from) << 16) | s;
      }
    }
    counts[LANES - 1] = n;
    state = s;
  }

  /** The state at a place, from what stands before it. */
  private int stateAt(byte[] text, int at) {
    int s = table.root();
    for (int i = at - table.longest(); i < at; i++) {
      s = table.next(s, text[i]);
    }
    return s;
  }

  private void walkLanes(byte[] text, int from) {
    byte[] columns = table.columns();
    char[] rows = table.rows();
    int firstFound = table.firstFound();
    int lane = length;
    int s0 = state;
    int s1 = stateAt(text, from + lane);
    int s2 = stateAt(text, from + 2 * lane);
    int s3 = stateAt(text, from + 3 * lane);
    int n0 = 0;
    int n1 = lane;
    int n2 = 2 * lane;
    int n3 = 3 * lane;
    for (int i = 0; i < lane; i++) {
      int at = from + i;
      s0 = rows[s0 * TriggerTable.UNIT + (columns[text[at] & 0xFF] & 0xFF)];
      s1 = rows[s1 * TriggerTable.UNIT + (columns[text[at + lane] & 0xFF] & 0xFF)];
      s2 = rows[s2 * TriggerTable.UNIT + (columns[text[at + 2 * lane] & 0xFF] & 0xFF)];
      s3 = rows[s3 * TriggerTable.UNIT + (columns[text[at + 3 * lane] & 0xFF] & 0xFF)];
      if (s0 >= firstFound) {
        notes[n0++] = (i << 16) | s0;
      }
      if (s1 >= firstFound) {
        notes[n1++] = ((i + lane) << 16) | s1;
      }
      if (s2 >= firstFound) {
        notes[n2++] = ((i + 2 * lane) << 16) | s2;
      }
      if (s3 >= firstFound) {
        notes[n3++] = ((i + 3 * lane) << 16) | s3;
      }
    }
    counts[0] = n0;
    counts[1] = n1 - lane;
    counts[2] = n2 - 2 * lane;
    counts[3] = n3 - 3 * lane;
    state = s3;
  }

  /** How many notes a lane has. */
  int count(int lane) {
    return counts[lane];
  }

  /** How far into the stretch the byte stands that ends a path. */
  int offset(int lane, int i) {
    return notes[lane * length + i] >>> 16;
  }

  /** The paths that end there. */
  Trigger[] found(int lane, int i) {
    return table.found(notes[lane * length + i] & 0xFFFF);
  }
}
