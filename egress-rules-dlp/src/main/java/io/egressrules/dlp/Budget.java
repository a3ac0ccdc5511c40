package io.egressrules.dlp;

import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.InspectionBudget;
import java.util.List;
import java.util.function.LongSupplier;

/** What is left of the time and bytes that one request may take. Used by one thread at a time. */
final class Budget {
  private final LongSupplier nanoTime;
  private final InspectionAction exhausted;
  private long bytes;
  private long nanos;
  private long begun;

  /** A budget that is within all of some; what is done when it is exhausted is the strictest. */
  Budget(List<InspectionBudget> budgets, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    bytes = budgets.stream().mapToLong(InspectionBudget::bytes).min().orElse(0);
    nanos = budgets.stream().mapToLong(budget -> budget.time().toNanos()).min().orElse(0);
    exhausted =
        budgets.stream()
            .map(InspectionBudget::exhausted)
            .max(InspectionAction::compareTo)
            .orElse(InspectionAction.DENY);
  }

  /** What is done about what is beyond it. */
  InspectionAction exhausted() {
    return exhausted;
  }

  /** How many more bytes it is for, at most as many as are asked for. */
  int bytes(int asked) {
    return nanos <= 0 ? 0 : (int) Math.min(bytes, asked);
  }

  /** Says that work begins. */
  void begin() {
    begun = nanoTime.getAsLong();
  }

  /** Says that work has ended, on so many bytes. */
  void end(int worked) {
    bytes -= worked;
    nanos -= nanoTime.getAsLong() - begun;
  }
}
