package io.egressrules.engine.plan;

/**
 * Names, and two numbers for each: one for the name itself, one for all names below it. Immutable;
 * packed, so that a million names are few objects and are saved as they are.
 */
public final class NameTable {
  private final int size;
  private final byte[] packed;

  private NameTable(int size, byte[] packed) {
    this.size = size;
    this.packed = packed;
  }

  /**
   * A builder of a table.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The table that {@link #write} wrote.
   *
   * @param in what it wrote
   * @return the table; its entries are read when they are visited
   * @throws IllegalArgumentException if there is none
   */
  public static NameTable read(PackedReader in) {
    return new NameTable(in.number(), in.bytes());
  }

  /**
   * Writes the table.
   *
   * @param out where to
   */
  public void write(PackedWriter out) {
    out.number(size).bytes(packed);
  }

  /** Builds a {@link NameTable}. Not safe for use by several threads. */
  public static final class Builder {
    private final PackedWriter out = new PackedWriter();
    private int size;

    private Builder() {}

    /**
     * Adds a name.
     *
     * @param name a canonical name, new to this builder
     * @param at the number of the name itself, or 0 for none
     * @param below the number of all names below it, or 0 for none
     * @return this builder
     */
    public Builder put(String name, int at, int below) {
      out.text(name).number(at).number(below);
      size++;
      return this;
    }

    /**
     * The table of the names added so far.
     *
     * @return an immutable table
     */
    public NameTable build() {
      return new NameTable(size, out.toBytes());
    }
  }

  /** Takes the entries of a table. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes an entry.
     *
     * @param ascii contains the name; nobody changes it
     * @param from where the name begins
     * @param to where it ends: the place behind its last character
     * @param at the number of the name itself, or 0 for none
     * @param below the number of all names below it, or 0 for none
     */
    void visit(byte[] ascii, int from, int to, int at, int below);
  }

  /**
   * Visits all entries, in the order in which they were added.
   *
   * @param visitor takes them
   * @throws IllegalArgumentException if the table was read and is no table
   */
  public void forEach(Visitor visitor) {
    PackedReader in = new PackedReader(packed);
    for (int i = 0; i < size; i++) {
      int length = in.pass();
      int to = in.place();
      visitor.visit(packed, to - length, to, in.number(), in.number());
    }
    if (!in.isAtEnd()) {
      throw new IllegalArgumentException("there are more names than a table says");
    }
  }

  /**
   * How many names there are.
   *
   * @return at least 0
   */
  public int size() {
    return size;
  }
}
