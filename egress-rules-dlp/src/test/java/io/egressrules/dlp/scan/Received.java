package io.egressrules.dlp.scan;

import java.util.ArrayList;
import java.util.List;

/** What a scan told its sink. */
class Received implements HitSink {
  final List<Hit> hits = new ArrayList<>();
  final List<String> outOfReach = new ArrayList<>();

  @Override
  public void hit(Hit hit) {
    hits.add(hit);
  }

  @Override
  public void outOfReach(int pattern, long start, long end) {
    outOfReach.add(pattern + ": " + start + "-" + end);
  }

  /** What is found in a text that is given in one piece. */
  static Received of(PatternSet patterns, byte[] text) {
    return of(patterns, text, Math.max(1, text.length));
  }

  /** What is found in a text that is given in pieces of a length. */
  static Received of(PatternSet patterns, byte[] text, int piece) {
    Received received = new Received();
    Scan scan = patterns.scan(received);
    for (int at = 0; at < text.length; at += piece) {
      scan.feed(text, at, Math.min(piece, text.length - at));
    }
    scan.finish();
    return received;
  }
}
