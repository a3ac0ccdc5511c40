package io.egressrules.dlp.own;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.crypto.Mac;

/**
 * An organisation's own values, such as customer numbers, and where a text holds one of them.
 *
 * <p>Letters and digits count, in any case; what stands between them does not. A value is found in
 * a text wherever its letters and digits stand in their order between two characters that are
 * neither (or an end of the text), with at most {@value #GAP} other characters between two of them.
 * A run of words that is no value is taken for one with a chance of at most 2^-40.
 *
 * <p>Only keyed hashes of the values are held: a rolling hash in a filter, which lets less than one
 * in a hundred other runs through, and 64 bits of HMAC-SHA-256. Who has both these and the key can
 * try out values; keep the key secret. Immutable; safe for use by several threads.
 */
public final class ExactData {
  /** The least letters and digits of a value. */
  public static final int LEAST = 6;

  /** The most letters and digits of a value. */
  public static final int MOST = 128;

  /** The most other characters between two letters or digits of a value in a text. */
  public static final int GAP = 8;

  /** The most values; more would let chance matches exceed 2^-40. */
  public static final int MOST_VALUES = 1 << 24;

  private final Keyed key;
  private final RollingHash rolling;
  private final HashFilter filter;
  private final long[] macs;
  private final int[] lengths;

  private ExactData(Builder builder) {
    key = builder.key;
    rolling = builder.rolling;
    filter = HashFilter.of(Arrays.copyOf(builder.hashes, builder.count));
    macs = Arrays.stream(builder.macs, 0, builder.count).sorted().distinct().toArray();
    lengths = builder.lengths.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Begins a set of values.
   *
   * @param key a secret of at least 16 bytes, copied
   * @return a builder
   * @throws IllegalArgumentException if the key is shorter
   */
  public static Builder builder(byte[] key) {
    return new Builder(key);
  }

  /**
   * How many different values there are.
   *
   * @return 0 or more
   */
  public int size() {
    return macs.length;
  }

  /**
   * Begins to read a text.
   *
   * @param found told of each value, in the order in which they end; values may overlap
   * @return a scan for one thread, with a few kilobytes of memory however long the text is
   */
  public Scan scan(Found found) {
    return new ValueScan(this, Objects.requireNonNull(found));
  }

  /** The lengths that values have, in letters and digits, the least first. */
  int[] lengths() {
    return lengths;
  }

  RollingHash rolling() {
    return rolling;
  }

  /** False if no value has the rolling hash. */
  boolean mayHold(long hash) {
    return filter.mayHold(hash);
  }

  /** The hash function that {@link #holds} needs; for one thread. */
  Mac mac() {
    return key.mac();
  }

  boolean holds(Mac mac, int... letters) {
    return Arrays.binarySearch(macs, truncated(mac, letters)) >= 0;
  }

  private static long truncated(Mac mac, int... letters) {
    return ByteBuffer.wrap(mac.doFinal(Letters.bytes(letters))).getLong();
  }

  /** Says how many values it has, and nothing of them. */
  @Override
  public String toString() {
    return "ExactData[" + macs.length + " values]";
  }

  /** Is told where a text holds a value. */
  @FunctionalInterface
  public interface Found {
    /**
     * The text holds a value.
     *
     * @param start the offset of its first letter or digit, in chars from the start of the text
     * @param end the offset after its last
     */
    void value(long start, long end);
  }

  /** The reading of one text. Not safe for use by several threads. */
  public interface Scan {
    /**
     * Reads the next piece of the text.
     *
     * @param piece any piece; a value may be split between two
     */
    void append(CharSequence piece);

    /** Says that the text ends. Whatever is read then begins a new word. */
    void end();
  }

  /** Takes values in and keeps their hashes alone. Not safe for use by several threads. */
  public static final class Builder {
    private final Keyed key;
    private final RollingHash rolling;
    private final Mac mac;
    private final SortedSet<Integer> lengths = new TreeSet<>();
    private long[] hashes = new long[16];
    private long[] macs = new long[16];
    private int count;

    private Builder(byte[] secret) {
      key = Keyed.of(secret, "exact data");
      rolling = new RollingHash(key);
      mac = key.mac();
    }

    /**
     * Adds a value.
     *
     * @param value from {@value #LEAST} to {@value #MOST} letters and digits, and whatever else
     * @return this
     * @throws IllegalArgumentException if it has fewer or more
     * @throws IllegalStateException if there are {@value #MOST_VALUES} values already
     */
    public Builder add(CharSequence value) {
      int[] letters = Letters.of(Objects.requireNonNull(value));
      if (letters.length < LEAST || letters.length > MOST) {
        throw new IllegalArgumentException(
            "a value has "
                + letters.length
                + " letters and digits; add values of "
                + LEAST
                + " to "
                + MOST);
      }
      if (count == MOST_VALUES) {
        throw new IllegalStateException(
            "there are " + MOST_VALUES + " values already; build a second set");
      }
      if (count == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * count);
        macs = Arrays.copyOf(macs, 2 * count);
      }
      hashes[count] = rolling.spread(rolling.of(letters));
      macs[count] = truncated(mac, letters);
      count++;
      lengths.add(letters.length);
      return this;
    }

    /**
     * The set of values.
     *
     * @return a set
     */
    public ExactData build() {
      return new ExactData(this);
    }
  }
}
