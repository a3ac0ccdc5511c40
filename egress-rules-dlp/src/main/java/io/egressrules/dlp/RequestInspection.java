package io.egressrules.dlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.Finding.Place;
import io.egressrules.Headers;
import io.egressrules.dlp.Treatments.Treatment;
import io.egressrules.dlp.decode.Declared;
import io.egressrules.dlp.decode.Obstacle;
import io.egressrules.net.Target;
import io.egressrules.policy.InspectionAction;
import io.egressrules.spi.Inspection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The inspection of one request: of its head at once, and of its body as it comes. */
final class RequestInspection implements Inspection {
  /** How much of a body is inspected at a time, however small its chunks are. */
  private static final int PIECE = 8 * 1024;

  /** How much is held at most; where more would have to be, the rest is not looked at. */
  private static final int MOST_HELD = 4 * 1024 * 1024;

  /** How much is held before it is asked what may leave, which costs more than to hold it. */
  private static final int BATCH = 64 * 1024;

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String EXHAUSTED = "budget-exhausted";
  private static final String UNREADABLE = "unreadable-";

  private final DetectorSet detectors;
  private final OwnData ownData;
  private final Treatments treatments;
  private final Fingerprints fingerprints;
  private final Budget budget;
  private final FindingLog log = new FindingLog();
  private final Examination examination;
  private final Outflow outflow;
  private int pending;
  private long received;
  private boolean exhausted;

  RequestInspection(
      DetectorSet detectors,
      OwnData ownData,
      Treatments treatments,
      Fingerprints fingerprints,
      Budget budget,
      Declared declared) {
    this.detectors = detectors;
    this.ownData = ownData;
    this.treatments = treatments;
    this.fingerprints = fingerprints;
    this.budget = budget;
    examination = new Examination(detectors, ownData, declared, "", new Found(Place.BODY));
    outflow = new Outflow(Medium.of(declared.type()), log::harden);
  }

  /** Inspects the parts of a request that are not its body. */
  void head(EgressRequest request) {
    Target target = request.target();
    if (target != null) {
      text(Place.HOST, "", target.host().toString());
      text(Place.PATH, "", target.path());
      text(Place.QUERY, "", target.query());
    }
    Headers headers = request.headers();
    text(Place.HEADER, "", names(headers));
    for (int i = 0; i < headers.size(); i++) {
      if (treatments.inspects(headers.name(i))) {
        text(Place.HEADER, headers.name(i), headers.value(i));
      }
    }
  }

  /** A name may leak what is refused as a value; those of exempt fields too. */
  private static String names(Headers headers) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < headers.size(); i++) {
      names.append(headers.name(i)).append('\n');
    }
    return names.toString();
  }

  /** A query is read as a form is: a plus sign is a space. */
  private static Declared declared(Place place) {
    return place == Place.QUERY ? Declared.of(FORM, null) : Declared.NOTHING;
  }

  private void text(Place place, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      byte[] bytes = text.getBytes(UTF_8);
      Examination examined =
          new Examination(detectors, ownData, declared(place), name, new Found(place));
      budget.begin();
      examined.feed(bytes, 0, bytes.length);
      examined.finish();
      budget.end(0);
    }
  }

  @Override
  public void next(ByteBuffer chunk, Sink sink) throws IOException {
    while (chunk.hasRemaining()) {
      int length = Math.min(chunk.remaining(), PIECE - pending);
      outflow.take(chunk, length);
      pending += length;
      if (pending == PIECE) {
        inspectPending();
        releaseSettled(sink);
      }
    }
  }

  private void inspectPending() {
    int length = pending;
    pending = 0;
    received += length;
    if (!exhausted) {
      int within = budget.bytes(length);
      budget.begin();
      examination.feed(outflow.held(), outflow.end() - length, within);
      budget.end(within);
      if (within < length) {
        exhaust(received - length + within);
      }
    }
  }

  private void releaseSettled(Sink sink) throws IOException {
    if (exhausted) {
      release(received, sink);
    } else if (received - outflow.released() >= BATCH || log.denies()) {
      release(examination.settled(), sink);
      if (received - outflow.released() > MOST_HELD && !log.denies()) {
        giveUp();
      }
    }
  }

  /** Something is written so that its end cannot be waited for. */
  private void giveUp() {
    exhausted = true;
    examination.finish();
    log.add(UNREADABLE + "size", Place.BODY, outflow.released(), treatments.unreadable());
  }

  /** What lies beyond the budget is not looked at. */
  private void exhaust(long at) {
    exhausted = true;
    examination.finish();
    log.add(EXHAUSTED, Place.BODY, at, budget.exhausted());
  }

  @Override
  public void finish(Sink sink) throws IOException {
    inspectPending();
    if (!exhausted) {
      examination.finish();
    }
    release(received, sink);
  }

  private void release(long until, Sink sink) throws IOException {
    if (log.denies()) {
      outflow.stop();
    } else {
      outflow.release(until, sink);
    }
  }

  @Override
  public List<Finding> findings() {
    return log.inOrder();
  }

  @Override
  public void close() {
    examination.close();
    outflow.stop();
    pending = 0;
  }

  /** Puts on record what is found in one place of the request. */
  private final class Found implements Examination.Report {
    private final Place place;

    Found(Place place) {
      this.place = place;
    }

    @Override
    public void match(Match match, long start, long end, boolean inPlace) {
      Optional<Treatment> treatment =
          treatments.of(match.detector(), match.kind(), match.confidence());
      treatment.ifPresent(chosen -> record(match, start, end, chosen, inPlace));
    }

    private void record(Match match, long start, long end, Treatment treatment, boolean inPlace) {
      String fingerprint = fingerprints.of(match.kind(), match.value());
      Finding finding =
          new Finding(
              match.detector(),
              place,
              start,
              end,
              match.confidence(),
              treatment.action(),
              fingerprint,
              Preview.of(match.kind(), match.value()));
      if (treatment.action() != InspectionAction.REDACT) {
        log.add(finding, match.general());
      } else if (place != Place.BODY || !inPlace || match.value().isEmpty()) {
        log.add(FindingLog.hard(finding), match.general());
      } else {
        log.add(finding, match.general());
        outflow.replace(finding, Masks.of(treatment.redaction(), match, fingerprint));
      }
    }

    @Override
    public void obstacle(Obstacle obstacle, long at) {
      String detector = UNREADABLE + obstacle.name().toLowerCase(Locale.ROOT);
      log.add(detector, place, at, treatments.unreadable());
    }
  }
}
