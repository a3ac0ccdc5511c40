package io.egressrules.dlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.egressrules.dlp.detector.Candidate;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Detector.Kind;
import io.egressrules.dlp.scan.Hit;
import io.egressrules.dlp.scan.HitSink;
import io.egressrules.dlp.scan.Scan;
import io.egressrules.policy.Confidence;
import java.util.function.Consumer;

/** Looks for all detectors of a set in one text, given piece by piece, and judges what it finds. */
final class Examiner implements HitSink {
  /** Enough bytes for the characters of a candidate's context. */
  private static final int CONTEXT = 4 * Candidate.CONTEXT;

  private final DetectorSet detectors;
  private final String name;
  private final Consumer<Match> matches;
  private final Scan scan;

  /**
   * Begins a text.
   *
   * @param name the name of the field that the text is the value of, or empty
   */
  Examiner(DetectorSet detectors, String name, Consumer<Match> matches) {
    this.detectors = detectors;
    this.name = name;
    this.matches = matches;
    scan = detectors.scan(this);
  }

  void feed(byte[] bytes, int offset, int length) {
    scan.feed(bytes, offset, length);
  }

  void finish() {
    scan.finish();
  }

  /** How many of the last bytes may still belong to a match. */
  long holdBack() {
    return scan.holdBack();
  }

  @Override
  public void hit(Hit hit) {
    Detector detector = detectors.detector(hit.pattern());
    String value = text(hit.valueStart(), hit.valueEnd());
    detector
        .judge(candidate(hit, value))
        .ifPresent(confidence -> found(detector, hit, confidence, value));
  }

  private Candidate candidate(Hit hit, String value) {
    String before = text(Math.max(0, hit.start() - CONTEXT), hit.start());
    String after = text(hit.end(), hit.end() + CONTEXT);
    return new Candidate(
        before.substring(Math.max(0, before.length() - Candidate.CONTEXT)),
        text(hit.start(), hit.end()),
        value,
        after.substring(0, Math.min(after.length(), Candidate.CONTEXT)),
        name);
  }

  private String text(long start, long end) {
    return new String(scan.copy(start, end), UTF_8);
  }

  private void found(Detector detector, Hit hit, Confidence confidence, String value) {
    matches.accept(
        new Match(
            detector.id(),
            detector.kind(),
            detector.isGeneral(),
            hit.valueStart(),
            hit.valueEnd(),
            confidence,
            value));
  }

  /**
   * What is longer than a match may be has not been judged to its end. Of a secret that is a
   * finding without a value, which cannot be redacted; numbers of persons are never that long.
   */
  @Override
  public void outOfReach(int pattern, long start, long end) {
    Detector detector = detectors.detector(pattern);
    boolean mayBeLong = detector.kind() != Kind.PERSONAL && !detector.isGeneral();
    Confidence confidence = mayBeLong ? Confidence.LIKELY : Confidence.POSSIBLE;
    matches.accept(
        new Match(
            detector.id(), detector.kind(), detector.isGeneral(), start, end, confidence, ""));
  }
}
