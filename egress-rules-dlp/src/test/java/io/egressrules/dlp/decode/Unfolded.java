package io.egressrules.dlp.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** All that one body unfolds to, with the origin of every byte. */
final class Unfolded implements Layers {
  final List<Derived> texts = new ArrayList<>();
  final List<Obstacle> obstacles = new ArrayList<>();

  private Unfolded() {}

  /** Unfolds a body at once. */
  static Unfolded of(byte[] body) {
    return of(body, Declared.NOTHING);
  }

  static Unfolded of(byte[] body, Declared declared) {
    return of(body, declared, Limits.STANDARD, () -> Integer.MAX_VALUE);
  }

  /** Unfolds a body in chunks. */
  static Unfolded of(byte[] body, Declared declared, Limits limits, IntSupplier chunks) {
    Unfolded unfolded = new Unfolded();
    try (Unfolding unfolding = Unfolding.of(declared, limits, unfolded)) {
      for (int at = 0; at < body.length; ) {
        int length = Math.min(chunks.getAsInt(), body.length - at);
        unfolded.settled = unfolding.settled();
        unfolding.feed(body, at, length);
        at += length;
      }
      unfolding.finish();
    }
    return unfolded;
  }

  private long settled;

  @Override
  public Sink open(Layer layer) {
    Derived derived = new Derived(layer);
    texts.add(derived);
    return derived;
  }

  @Override
  public void obstacle(Obstacle obstacle, long at) {
    obstacles.add(obstacle);
  }

  /** The derived texts that hold a text. */
  List<Derived> holding(String part) {
    return texts.stream().filter(text -> text.text().contains(part)).toList();
  }

  /** One text, kept whole; its bytes are read as ISO 8859-1. */
  final class Derived implements Sink {
    final Layer layer;
    final List<Long> starts = new ArrayList<>();
    final List<Long> ends = new ArrayList<>();
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean ended;
    boolean early;

    Derived(Layer layer) {
      this.layer = layer;
    }

    @Override
    public void text(byte[] source, int offset, int length) {
      for (int i = 0; i < length; i++) {
        int at = starts.size();
        starts.add(layer.origins().start(at));
        ends.add(layer.origins().end(at));
        early |= starts.get(at) < settled;
      }
      bytes.write(source, offset, length);
    }

    @Override
    public void end() {
      ended = true;
    }

    String text() {
      return bytes.toString(ISO_8859_1);
    }

    List<Encoding> encodings() {
      return layer.encodings();
    }

    /** Where in the body a part of the text begins. */
    long startOf(String part) {
      return starts.get(text().indexOf(part));
    }

    /** Where in the body a part of the text ends. */
    long endOf(String part) {
      return ends.get(text().indexOf(part) + part.length() - 1);
    }

    /** All there is to know of it, for comparison. */
    String whole() {
      return layer.name() + encodings() + text() + starts + ends + ended;
    }
  }
}
