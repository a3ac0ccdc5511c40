package io.egressrules.dlp.own;

import java.util.Arrays;
import javax.crypto.Mac;

/**
 * Reads a text for the values of an {@link ExactData}: at the end of each word it asks, for each
 * length that a value has, whether a word began so many letters before, and if so looks the run up.
 */
final class ValueScan implements ExactData.Scan, FoldedText.Listener {
  private static final int RING = Integer.highestOneBit(ExactData.MOST) * 2;

  private final ExactData data;
  private final ExactData.Found found;
  private final FoldedText text = new FoldedText(this);
  private final long[] powers;
  private final Mac mac;

  /** For each of the last letters: the hash of all before it, itself, its offset. */
  private final long[] prefixes = new long[RING];

  private final int[] letters = new int[RING];
  private final long[] starts = new long[RING];

  /** Whether a word begins with it. */
  private final boolean[] begins = new boolean[RING];

  private long count;
  private long end;
  private int gap = 1;

  /** The first letter with no gap too wide between it and the last. */
  private long joined;

  ValueScan(ExactData data, ExactData.Found found) {
    this.data = data;
    this.found = found;
    powers = Arrays.stream(data.lengths()).mapToLong(data.rolling()::power).toArray();
    mac = data.mac();
  }

  @Override
  public void append(CharSequence piece) {
    text.append(piece);
  }

  @Override
  public void end() {
    separator();
  }

  @Override
  public void letter(int folded, long start, long after) {
    if (gap > ExactData.GAP) {
      joined = count;
    }
    int at = at(count);
    letters[at] = folded;
    starts[at] = start;
    begins[at] = gap > 0;
    long prefix = data.rolling().next(prefixes[at], folded);
    count++;
    prefixes[at(count)] = prefix;
    end = after;
    gap = 0;
  }

  @Override
  public void separator() {
    if (gap == 0) {
      lookUp();
    }
    gap = Math.min(gap + 1, ExactData.GAP + 1);
  }

  private void lookUp() {
    int[] lengths = data.lengths();
    for (int i = 0; i < lengths.length && lengths[i] <= count - joined; i++) {
      int from = at(count - lengths[i]);
      if (begins[from] && isValue(from, lengths[i], powers[i])) {
        found.value(starts[from], end);
      }
    }
  }

  private boolean isValue(int from, int length, long power) {
    RollingHash rolling = data.rolling();
    long hash = rolling.run(prefixes[at(count)], prefixes[from], power);
    return data.mayHold(rolling.spread(hash)) && data.holds(mac, run(from, length));
  }

  private int[] run(int from, int length) {
    int[] run = new int[length];
    for (int i = 0; i < length; i++) {
      run[i] = letters[at(from + i)];
    }
    return run;
  }

  private static int at(long index) {
    return (int) index & (RING - 1);
  }
}
