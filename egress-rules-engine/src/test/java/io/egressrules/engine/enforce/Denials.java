package io.egressrules.engine.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.egressrules.EgressDeniedException;
import io.egressrules.ReasonCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests say of denials. */
final class Denials {
  private Denials() {}

  /** A denial for this reason, which gives away nothing of what went wrong inside. */
  static EgressDeniedException assertDenied(ReasonCode code, ThrowingCallable step) {
    Throwable thrown = catchThrowable(step);
    assertThat(thrown).isInstanceOf(EgressDeniedException.class).hasNoCause();
    EgressDeniedException denied = (EgressDeniedException) thrown;
    assertThat(denied.decision().reason().code()).isEqualTo(code);
    assertThat(denied.decision().isAllowed()).isFalse();
    assertThat(denied.getSuppressed()).isEmpty();
    return denied;
  }
}
