package io.egressrules.dlp;

import io.egressrules.dlp.decode.Declared;
import io.egressrules.dlp.decode.Encoding;
import io.egressrules.dlp.decode.Layer;
import io.egressrules.dlp.decode.Layers;
import io.egressrules.dlp.decode.Limits;
import io.egressrules.dlp.decode.Obstacle;
import io.egressrules.dlp.decode.Unfolding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks through one body, or one part of a request's head: every text that can be made of it is
 * examined, and what is found is told by where it stands in the bytes that were given.
 */
final class Examination implements Layers {

  /** Learns what an examination comes to. */
  interface Report {

    /**
     * Learns of a match.
     *
     * @param match the match, with offsets of the text it is in
     * @param start the offset of the first byte that it is written in
     * @param end the offset after the last
     * @param inPlace whether the value can be replaced by another text where it is written
     */
    void match(Match match, long start, long end, boolean inPlace);

    /** Learns that something cannot be looked through. */
    void obstacle(Obstacle obstacle, long at);
  }

  private final DetectorSet detectors;
  private final OwnData ownData;
  private final String name;
  private final Report report;
  private final Unfolding unfolding;
  private final List<OpenText> open = new ArrayList<>();

  /**
   * Begins an examination.
   *
   * @param name the name of the field that is examined, or empty
   */
  Examination(
      DetectorSet detectors, OwnData ownData, Declared declared, String name, Report report) {
    this.detectors = detectors;
    this.ownData = ownData;
    this.name = name;
    this.report = report;
    unfolding = Unfolding.of(declared, Limits.STANDARD, this);
  }

  void feed(byte[] bytes, int offset, int length) {
    unfolding.feed(bytes, offset, length);
  }

  void finish() {
    unfolding.finish();
  }

  /** The offset before which nothing more will be found. */
  long settled() {
    long settled = unfolding.settled();
    for (OpenText text : open) {
      settled = Math.min(settled, text.settled());
    }
    return settled;
  }

  void close() {
    unfolding.close();
    open.clear();
  }

  @Override
  public Sink open(Layer layer) {
    OpenText text = new OpenText(layer);
    open.add(text);
    return text;
  }

  @Override
  public void obstacle(Obstacle obstacle, long at) {
    report.obstacle(obstacle, at);
  }

  /** A text that is being examined. */
  private final class OpenText implements Sink {
    private final Layer layer;
    private final Examiner examiner;
    private final @Nullable OwnDataScan own;

    OpenText(Layer layer) {
      this.layer = layer;
      examiner = new Examiner(detectors, layer.name().isEmpty() ? name : layer.name(), this::found);
      own = ownData.scan(this::found);
    }

    @Override
    public void text(byte[] bytes, int offset, int length) {
      examiner.feed(bytes, offset, length);
      if (own != null) {
        own.feed(bytes, offset, length);
      }
    }

    @Override
    public void end() {
      examiner.finish();
      if (own != null) {
        own.finish();
      }
      open.remove(this);
    }

    long settled() {
      long held = Math.max(examiner.holdBack(), own == null ? 0 : own.holdBack());
      return layer.origins().start(layer.origins().length() - held);
    }

    private void found(Match match) {
      long start = layer.origins().start(match.start());
      long end = layer.origins().end(Math.max(match.start(), match.end() - 1));
      boolean inPlace = layer.encodings().stream().allMatch(Encoding.ESCAPES::equals);
      report.match(match, start, end, inPlace);
    }
  }
}
