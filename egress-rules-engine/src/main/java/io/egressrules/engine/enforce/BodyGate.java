package io.egressrules.engine.enforce;

import io.egressrules.BodyFacts;
import io.egressrules.Decision;
import io.egressrules.EgressDeniedException;
import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.Reason;
import io.egressrules.ReasonCode;
import io.egressrules.policy.InspectionAction;
import io.egressrules.spi.Inspection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * What the body of one request passes through on its way out: the third step of the sequence.
 *
 * <p>The gate first <em>holds</em>: up to the guard's hold, nothing of the body leaves before all
 * of it is inspected and decided. A longer body is then <em>streamed</em>: what was held leaves,
 * and from there on only what the inspection itself holds back is certain not to have left when
 * something is found. A body that turns out longer or shorter than declared is denied, and so is a
 * streamed one whose length a redaction has changed after the client has stated it.
 *
 * <p>A client calls {@link #write} for every chunk, {@link #finish} at the end, and {@link #close}
 * always. After a denial nothing more passes. Used by one thread at a time.
 */
public final class BodyGate implements AutoCloseable {
  private final PinnedFilter filter;
  private final EgressRequest request;
  private final BodyFacts declared;
  private final Decision decision;
  private final InspectionChain inspection;
  private final int hold;

  private final ByteArrayOutputStream cleared = new ByteArrayOutputStream();
  private boolean holding;
  private boolean lengthStated;
  private long received;
  private long released;
  private boolean ended;

  BodyGate(
      PinnedFilter filter,
      EgressRequest request,
      Decision decision,
      InspectionChain inspection,
      int hold) {
    BodyFacts stated = request.body();
    this.filter = filter;
    this.request = request;
    this.declared =
        stated == null ? BodyFacts.declared(BodyFacts.UNKNOWN_LENGTH, null, null) : stated;
    this.decision = decision;
    this.inspection = inspection;
    this.hold = hold;
    this.holding = inspection.inspects();
  }

  /**
   * Whether the decision obliges to inspection.
   *
   * @return false when the body may leave as it is and the gate need not be used
   */
  public boolean inspects() {
    return inspection.inspects();
  }

  /**
   * Whether the gate can hold all of the body, so that a client may pass it through before it sends
   * anything.
   *
   * @return false when the body is longer than the hold or its length is not declared
   */
  public boolean holdsAll() {
    return declared.length() != BodyFacts.UNKNOWN_LENGTH && declared.length() <= hold;
  }

  /** Says that the client states the declared length of a body that the gate cannot hold. */
  public void stateLength() {
    lengthStated = true;
  }

  /** Judges what was found in the URL and the header fields, before anything is sent. */
  void begin() throws EgressDeniedException {
    inspect(() -> {});
  }

  /**
   * Passes the next bytes of the body through.
   *
   * @param chunk the bytes, consumed entirely
   * @param out takes what may leave now; what it throws is thrown on
   * @throws EgressDeniedException if the call is denied; then no more bytes may be sent
   * @throws IOException if {@code out} throws
   */
  public void write(ByteBuffer chunk, Inspection.Sink out) throws IOException {
    requireOpen();
    received += chunk.remaining();
    if (declared.length() != BodyFacts.UNKNOWN_LENGTH && received > declared.length()) {
      throw denied(ReasonCode.INSPECTION_FAILED);
    }
    inspect(() -> inspection.next(chunk, this::clear));
    if (!holdsAll() && cleared.size() > hold) {
      holding = false;
    }
    if (!holding) {
      release(out);
    }
  }

  /**
   * Ends the body: decides with all that was found, and lets the rest leave.
   *
   * @param out takes the rest of what may leave; what it throws is thrown on
   * @throws EgressDeniedException if the call is denied; then no more bytes may be sent
   * @throws IOException if {@code out} throws
   */
  public void finish(Inspection.Sink out) throws IOException {
    requireOpen();
    if (isDeclaredOtherThan(received)) {
      throw denied(ReasonCode.INSPECTION_FAILED);
    }
    inspect(() -> inspection.finish(this::clear));
    if (inspects()) {
      require(findings());
    }
    if (!holding && lengthStated && isDeclaredOtherThan(released + cleared.size())) {
      throw denied(ReasonCode.INSPECTION_FAILED);
    }
    release(out);
    close();
  }

  /** Ends the gate; what it still holds is dropped. */
  @Override
  public void close() {
    ended = true;
    cleared.reset();
    inspection.close();
  }

  private boolean isDeclaredOtherThan(long length) {
    return declared.length() != BodyFacts.UNKNOWN_LENGTH && declared.length() != length;
  }

  private void requireOpen() throws EgressDeniedException {
    if (ended) {
      throw denied(ReasonCode.INSPECTION_FAILED);
    }
  }

  /** Inspects, and denies on a finding that says so before anything is released. */
  private void inspect(Work work) throws EgressDeniedException {
    try {
      work.run();
    } catch (Throwable failure) {
      throw denied(ReasonCode.INSPECTION_FAILED);
    }
    List<Finding> found = findings();
    if (leak(found).isPresent()) {
      require(found);
    }
  }

  private List<Finding> findings() throws EgressDeniedException {
    try {
      return List.copyOf(inspection.findings());
    } catch (Throwable failure) {
      throw denied(ReasonCode.INSPECTION_FAILED);
    }
  }

  /** The decision of phase BODY. */
  private void require(List<Finding> found) throws EgressDeniedException {
    EgressRequest inspected = request.withBody(declared.withFindings(found));
    Decision judged = filter.decide(inspected);
    Optional<Finding> leak = leak(found);
    if (judged.isAllowed() && leak.isPresent()) {
      judged = Decision.deny(inspected.phase(), reason(leak.get()), judged.policyId());
    }
    try {
      filter.settle(inspected, judged);
    } catch (EgressDeniedException denied) {
      close();
      throw denied;
    }
  }

  private static Optional<Finding> leak(List<Finding> found) {
    return found.stream().filter(finding -> finding.action() == InspectionAction.DENY).findFirst();
  }

  /** The rule that obliged to inspect is the one that denies. */
  private Reason reason(Finding leak) {
    Reason.Builder reason = Reason.builder(ReasonCode.DLP_MATCH).finding(leak);
    var rule = decision.reason().rule();
    return (rule == null ? reason : reason.rule(rule)).build();
  }

  private EgressDeniedException denied(ReasonCode code) {
    close();
    return filter.denial(request, code);
  }

  private void clear(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    cleared.writeBytes(copy);
  }

  private void release(Inspection.Sink out) throws IOException {
    if (cleared.size() > 0) {
      released += cleared.size();
      out.accept(ByteBuffer.wrap(cleared.toByteArray()));
      cleared.reset();
    }
  }

  /** Something of the inspector's that may throw anything. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }
}
