package io.egressrules.dlp.decode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Unfolds one body, fed in chunks: passes on its text and every text derived from it, in one pass
 * and in time linear in the body and what is derived from it. It never throws for what a body
 * holds: what is not well-formed is text as it is. Which texts come, and what they hold, does not
 * depend on how the body is cut into chunks, unless a limit is reached. Used by one thread at a
 * time.
 *
 * <p>A text is derived where plain text holds escapes, where a run of digits decodes to text or to
 * an archive, and from compressed streams and UTF-16; so the fields of JSON, of forms, of XML and
 * the parts of a multipart body are found without a grammar, well-formed or not. Memory is constant
 * for each open text, and a few hundred bytes for a short one.
 */
public final class Unfolding implements AutoCloseable {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Declared declared;
  private final Limits limits;
  private final Layers layers;
  private final Set<Obstacle> told = EnumSet.noneOf(Obstacle.class);
  private final Proportion proportion;
  private final Text body;
  private int open = 1;
  private long derived;
  private boolean finished;

  private Unfolding(Declared declared, Limits limits, Layers layers) {
    this.declared = declared;
    this.limits = limits;
    this.layers = layers;
    proportion = new Proportion(limits.ratio());
    Layer layer = new Layer("", List.of(), new Origins());
    body = new Text(this, layer, layers.open(layer), false);
    body.decoders(decoders(body));
  }

  /**
   * Begins to unfold a body.
   *
   * @param declared what is declared of it; an unknown coding is an obstacle
   * @param limits how far it is seen through
   * @param layers takes the texts; what it throws passes through
   * @return an unfolding that has seen nothing
   */
  public static Unfolding of(Declared declared, Limits limits, Layers layers) {
    return new Unfolding(declared, limits, layers);
  }

  /**
   * Reads the next bytes of the body.
   *
   * @param bytes holds them
   * @param offset the index of the first
   * @param length how many
   */
  public void feed(byte[] bytes, int offset, int length) {
    body.feed(bytes, offset, length);
    body.flush();
  }

  /** Ends the body, and every text that is open. */
  public void finish() {
    finished = true;
    body.end();
  }

  /**
   * How far nothing more is derived from: every text that is still to come, and every byte still to
   * come of an open one, is derived from what follows.
   *
   * @return an offset of the body, at most how much was fed
   */
  public long settled() {
    return finished ? body.origins().length() : Math.min(body.origins().length(), body.settled());
  }

  /** Frees what it holds; the open texts are ended. */
  @Override
  public void close() {
    body.close();
  }

  Proportion proportion() {
    return proportion;
  }

  /** Opens a text that is derived from another; one that is dropped, if a limit is reached. */
  Text open(Text from, Encoding encoding, String name, long at) {
    List<Encoding> encodings = new ArrayList<>(from.layer().encodings());
    encodings.add(encoding);
    Layer layer = new Layer(name, encodings, new Origins());
    boolean deep = encodings.size() > limits.depth();
    boolean broad = open > limits.breadth();
    if (deep || broad || told.contains(Obstacle.SIZE)) {
      if (deep || broad) {
        obstacle(deep ? Obstacle.DEPTH : Obstacle.BREADTH, from.origins().start(at));
      }
      return new Text(this, layer, null, false);
    }
    open++;
    boolean view = encoding == Encoding.ESCAPES || encoding == Encoding.QUOTED_PRINTABLE;
    Text text = new Text(this, layer, layers.open(layer), view);
    text.decoders(decoders(text));
    return text;
  }

  /** Learns that a derived text has ended. */
  void ended() {
    open--;
  }

  /** Counts bytes of a text; tells whether there may be more. */
  boolean grow(Layer layer, int bytes) {
    if (layer.encodings().isEmpty()) {
      return true;
    }
    derived += bytes;
    boolean less = derived <= limits.bytes() + limits.depth() * body.origins().length();
    if (!less) {
      obstacle(Obstacle.SIZE, layer.origins().start(layer.origins().length()));
    }
    return less;
  }

  void obstacle(Obstacle obstacle, long at) {
    if (told.add(obstacle)) {
      layers.obstacle(obstacle, at);
    }
  }

  /** The decoders of a text: that of the coding it is declared to be in, or all. */
  private List<Decoder> decoders(Text text) {
    List<String> codings = declared.codings();
    int depth = text.layer().encodings().size();
    if (depth >= codings.size()) {
      return all(text);
    }
    switch (codings.get(codings.size() - 1 - depth)) {
      case "gzip", "x-gzip" -> {
        return List.of(Inflation.declared(this, text, Encoding.GZIP));
      }
      case "deflate" -> {
        return List.of(Inflation.declared(this, text, Encoding.ZLIB));
      }
      default -> {
        obstacle(Obstacle.UNDECODABLE, 0);
        return all(text);
      }
    }
  }

  private List<Decoder> all(Text text) {
    boolean form =
        declared.type().equals(FORM)
            && text.layer().encodings().size() == declared.codings().size();
    return List.of(
        new View(this, text, new Escapes(form)),
        new View(this, text, new QuotedPrintable()),
        new Runs(this, text, Radix.BASE64, new LineBreaks()),
        new Runs(this, text, Radix.BASE32, new LineBreaks()),
        new Runs(this, text, Radix.HEX, new LineBreaks()),
        new Runs(this, text, Radix.HEX, new Separators()),
        new Utf16(this, text),
        new Archives(this, text));
  }
}
