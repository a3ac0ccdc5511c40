package io.egressrules.dlp.own;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Fingerprints of an organisation's own documents, and which of them a text holds parts of.
 *
 * <p>Letters and digits count, in any case; what stands between them does not. Of every run of
 * {@link #noticed} letters and digits that a text shares with a document at least one print is
 * seen, however the text is cut or laid out. A run of a text that is not in a document is taken for
 * a print of it with a chance below 2^-32 for up to 2^20 prints.
 *
 * <p>Only keyed hashes are held, one for about every {@code window / 2} letters. Immutable; safe
 * for use by several threads.
 */
public final class DocumentPrints {
  /** The letters and digits of a run that is hashed, unless told: {@value}. */
  public static final int GRAM = 24;

  /** The runs of which one is kept, unless told: {@value}. */
  public static final int WINDOW = 17;

  private final RollingHash rolling;
  private final int gram;
  private final int window;
  private final double share;
  private final List<String> names;
  private final HashFilter filter;

  /** All prints, sorted, each once. */
  private final long[] prints;

  /** For each document its prints, as indexes into all. */
  private final List<int[]> documents;

  private DocumentPrints(Builder builder) {
    rolling = builder.rolling;
    gram = builder.gram;
    window = builder.window;
    share = builder.share;
    names = List.copyOf(builder.names);
    prints = builder.prints.stream().flatMapToLong(Arrays::stream).sorted().distinct().toArray();
    filter = HashFilter.of(prints);
    documents = builder.prints.stream().map(this::indexes).toList();
  }

  private int[] indexes(long[] document) {
    return Arrays.stream(document).mapToInt(print -> Arrays.binarySearch(prints, print)).toArray();
  }

  /**
   * Begins a set of documents.
   *
   * @param key a secret of at least 16 bytes, copied
   * @return a builder
   * @throws IllegalArgumentException if the key is shorter
   */
  public static Builder builder(byte[] key) {
    return new Builder(key);
  }

  /**
   * How many shared letters and digits are always noticed.
   *
   * @return window + gram - 1
   */
  public int noticed() {
    return window + gram - 1;
  }

  /**
   * Begins to read a text.
   *
   * @return a scan for one thread; its memory is that of the window and one bit for each print,
   *     however long the text is
   */
  public Scan scan() {
    return new Scan(this);
  }

  /** Says how many documents it has, and nothing of them. */
  @Override
  public String toString() {
    return "DocumentPrints[" + names.size() + " documents]";
  }

  /**
   * A document that a text holds a part of.
   *
   * @param document its name
   * @param seen how many of its prints the text has
   * @param prints how many it has
   */
  public record Match(String document, int seen, int prints) {
    /**
     * A document that a text holds a part of.
     *
     * @param document its name
     * @param seen how many of its prints the text has
     * @param prints how many it has
     */
    public Match {
      Objects.requireNonNull(document);
    }

    /**
     * The part of the document's prints that the text has.
     *
     * @return above 0, at most 1
     */
    public double share() {
      return (double) seen / prints;
    }
  }

  /** The reading of one text. Not safe for use by several threads. */
  public static final class Scan {
    private final DocumentPrints all;
    private final BitSet seen = new BitSet();
    private final FoldedText text;

    private Scan(DocumentPrints all) {
      this.all = all;
      text = new FoldedText(new Winnower(all.rolling, all.gram, all.window, this::see));
    }

    /**
     * Reads the next piece of the text.
     *
     * @param piece any piece
     */
    public void append(CharSequence piece) {
      text.append(piece);
    }

    private void see(long print) {
      if (all.filter.mayHold(print)) {
        int index = Arrays.binarySearch(all.prints, print);
        if (index >= 0) {
          seen.set(index);
        }
      }
    }

    /**
     * The documents of which the text read so far has the share of prints asked for. Takes time in
     * proportion to all prints.
     *
     * @return matches in the order in which the documents were added
     */
    public List<Match> matches() {
      List<Match> matches = new ArrayList<>();
      for (int i = 0; i < all.names.size() && !seen.isEmpty(); i++) {
        int[] indexes = all.documents.get(i);
        int common = (int) Arrays.stream(indexes).filter(seen::get).count();
        Match match = new Match(all.names.get(i), common, indexes.length);
        if (common > 0 && match.share() >= all.share) {
          matches.add(match);
        }
      }
      return matches;
    }
  }

  /** Takes documents in and keeps their prints alone. Not safe for use by several threads. */
  public static final class Builder {
    private final RollingHash rolling;
    private final List<String> names = new ArrayList<>();
    private final List<long[]> prints = new ArrayList<>();
    private int gram = GRAM;
    private int window = WINDOW;
    private double share = 0.1;

    private Builder(byte[] key) {
      rolling = new RollingHash(Keyed.of(key, "document prints"));
    }

    /**
     * Sets what makes a print; before the first document.
     *
     * @param letters the letters and digits of a run that is hashed, from 8 to 1024
     * @param runs the runs of which one is kept, from 1 to 1024
     * @return this
     * @throws IllegalArgumentException if one is out of range
     * @throws IllegalStateException if there is a document already
     */
    public Builder grams(int letters, int runs) {
      if (letters < 8 || letters > 1024 || runs < 1 || runs > 1024) {
        throw new IllegalArgumentException(
            "a run has from 8 to 1024 letters, a window from 1 to 1024 runs");
      }
      if (!names.isEmpty()) {
        throw new IllegalStateException("set what makes a print before the first document");
      }
      gram = letters;
      window = runs;
      return this;
    }

    /**
     * Sets the least share of a document's prints that makes a match.
     *
     * @param least above 0, at most 1; 0.1 unless told
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder share(double least) {
      if (!(least > 0 && least <= 1)) {
        throw new IllegalArgumentException("a share of prints is above 0 and at most 1");
      }
      share = least;
      return this;
    }

    /**
     * Adds a document.
     *
     * @param name how matches name it
     * @param text all of it
     * @return this
     * @throws IllegalArgumentException if it is too short for a print: its letters and digits are
     *     fewer than window + gram - 1
     */
    public Builder add(String name, CharSequence text) {
      TreeSet<Long> found = new TreeSet<>();
      new FoldedText(new Winnower(rolling, gram, window, found::add)).append(text);
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            "document `"
                + name
                + "` is too short; add documents of at least "
                + (window + gram - 1)
                + " letters and digits");
      }
      names.add(Objects.requireNonNull(name));
      prints.add(found.stream().mapToLong(Long::longValue).toArray());
      return this;
    }

    /**
     * The set of documents.
     *
     * @return a set
     */
    public DocumentPrints build() {
      return new DocumentPrints(this);
    }
  }
}
