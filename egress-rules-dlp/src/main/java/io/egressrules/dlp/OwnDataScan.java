package io.egressrules.dlp;

import io.egressrules.dlp.detector.Detector.Kind;
import io.egressrules.dlp.own.DocumentPrints;
import io.egressrules.dlp.own.ExactData;
import io.egressrules.policy.Confidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Looks for the organisation's own values and documents in one text, given piece by piece. It reads
 * characters; the bytes that the last of them began at are remembered, so that a value has its
 * place.
 */
final class OwnDataScan {
  /** The most chars that a value may take, and one that ends it; each of two where it is rare. */
  private static final int REACH = 2 * (ExactData.MOST * (ExactData.GAP + 1) + 1);

  private static final int PIECE = 1024;
  private static final int KEPT = 4096;

  private final Consumer<Match> matches;
  private final List<ExactData.Scan> values = new ArrayList<>();
  private final Map<String, DocumentPrints.Scan> documents = new LinkedHashMap<>();
  private final Utf8Reader reader = new Utf8Reader();
  private final StringBuilder piece = new StringBuilder(PIECE + 2);
  private final char[] chars = new char[KEPT];
  private final long[] starts = new long[KEPT];
  private long count;
  private long bytes;

  OwnDataScan(OwnData data, Consumer<Match> matches) {
    this.matches = matches;
    data.values().forEach((id, set) -> values.add(set.scan((start, end) -> value(id, start, end))));
    data.documents().forEach((id, set) -> documents.put(id, set.scan()));
  }

  void feed(byte[] text, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (reader.begins(text[i])) {
        take(bytes - reader.pending());
      }
      reader.read(text[i]);
      bytes++;
    }
    flush();
  }

  /** Takes the character that has ended, which began at an offset. */
  private void take(long start) {
    int codePoint = reader.take();
    if (codePoint < 0) {
      return;
    }
    for (char c : Character.toChars(codePoint)) {
      int at = (int) (count++ % KEPT);
      chars[at] = c;
      starts[at] = start;
      piece.append(c);
    }
    if (piece.length() >= PIECE) {
      flush();
    }
  }

  private void flush() {
    values.forEach(scan -> scan.append(piece));
    documents.values().forEach(scan -> scan.append(piece));
    piece.setLength(0);
  }

  void finish() {
    take(bytes - reader.pending());
    flush();
    values.forEach(ExactData.Scan::end);
    documents.forEach(this::documents);
  }

  private void value(String id, long start, long end) {
    StringBuilder letters = new StringBuilder();
    for (long i = start; i < end; i++) {
      char c = chars[(int) (i % KEPT)];
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    matches.accept(
        new Match(
            id,
            Kind.OWN,
            false,
            start(start),
            start(end),
            Confidence.VERY_LIKELY,
            letters.toString()));
  }

  private long start(long index) {
    return index >= count ? bytes - reader.pending() : starts[(int) (index % KEPT)];
  }

  private void documents(String id, DocumentPrints.Scan scan) {
    if (!scan.matches().isEmpty()) {
      matches.accept(new Match(id, Kind.OWN, false, 0, bytes, Confidence.VERY_LIKELY, ""));
    }
  }

  /** How many of the last bytes may still belong to a value. */
  long holdBack() {
    long first = Math.max(0, count - REACH);
    return values.isEmpty() ? 0 : bytes - start(first);
  }
}
