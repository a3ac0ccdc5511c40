package io.egressrules.dlp.scan;

/**
 * The walk of one text through a {@link TriggerTable}. It notes where paths end, and leaves it to
 * its owner to look after them; so the loop does nothing else, and the processor may run ahead.
 *
 * <p>Each look-up has to wait for the one before, which leaves the processor idle most of the time.
 * The state depends on a few bytes only, though. So a long stretch is cut in {@value #LANES} lanes
 * that are walked side by side, each from a few bytes before its own beginning on.
 */
final class TriggerWalk {
  /** How many bytes one stretch may have. */
  static final int MAX_STRETCH = 2048;

  private static final int LANES = 4;
  private static final int LANE = MAX_STRETCH / LANES;

  private final TriggerTable table;
  private int[] notes = {};
  private final int[] counts = new int[LANES];
  private int lanes;
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
    lanes = 0;
    if (notes.length < to - from) {
      notes = new int[to - from];
    }
    if (to - from == MAX_STRETCH && table.longest() <= LANE) {
      walkLanes(text, from);
    } else {
      state = walkLane(text, from, to, from);
    }
  }

  private int walkLane(byte[] text, int from, int to, int base) {
    byte[] columns = table.columns();
    char[] rows = table.rows();
    int firstFound = table.firstFound();
    int s = state;
    int n = 0;
    for (int i = from; i < to; i++) {
      s = rows[s * TriggerTable.UNIT + (columns[text[i] & 0xFF] & 0xFF)];
      if (s >= firstFound) {
        notes[n++] = ((i - base) << 16) | s;
      }
    }
    counts[lanes++] = n;
    return s;
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
    int s0 = state;
    int s1 = stateAt(text, from + LANE);
    int s2 = stateAt(text, from + 2 * LANE);
    int s3 = stateAt(text, from + 3 * LANE);
    int n0 = 0;
    int n1 = LANE;
    int n2 = 2 * LANE;
    int n3 = 3 * LANE;
    for (int i = 0; i < LANE; i++) {
      int at = from + i;
      s0 = rows[s0 * TriggerTable.UNIT + (columns[text[at] & 0xFF] & 0xFF)];
      s1 = rows[s1 * TriggerTable.UNIT + (columns[text[at + LANE] & 0xFF] & 0xFF)];
      s2 = rows[s2 * TriggerTable.UNIT + (columns[text[at + 2 * LANE] & 0xFF] & 0xFF)];
      s3 = rows[s3 * TriggerTable.UNIT + (columns[text[at + 3 * LANE] & 0xFF] & 0xFF)];
      if (s0 >= firstFound) {
        notes[n0++] = (i << 16) | s0;
      }
      if (s1 >= firstFound) {
        notes[n1++] = ((i + LANE) << 16) | s1;
      }
      if (s2 >= firstFound) {
        notes[n2++] = ((i + 2 * LANE) << 16) | s2;
      }
      if (s3 >= firstFound) {
        notes[n3++] = ((i + 3 * LANE) << 16) | s3;
      }
    }
    counts[0] = n0;
    counts[1] = n1 - LANE;
    counts[2] = n2 - 2 * LANE;
    counts[3] = n3 - 3 * LANE;
    lanes = LANES;
    state = s3;
  }

  int lanes() {
    return lanes;
  }

  /** How many notes a lane has. */
  int count(int lane) {
    return counts[lane];
  }

  /** How far into the stretch the byte stands that ends a path. */
  int offset(int lane, int i) {
    return notes[lane * LANE + i] >>> 16;
  }

  /** The paths that end there. */
  Trigger[] found(int lane, int i) {
    return table.found(notes[lane * LANE + i] & 0xFFFF);
  }
}
