package io.egressrules.engine.author.cases;

import io.egressrules.Obligation;
import io.egressrules.net.IpAddress;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Obligations as a cases file names them. */
final class ObligationText {
  private ObligationText() {}

  /** All obligations of a decision, in no order of their own; {@code none} when there is none. */
  static String of(List<Obligation> obligations) {
    return join(obligations.stream().map(ObligationText::of).toList());
  }

  /** Obligations that are texts already. */
  static String join(List<String> obligations) {
    return obligations.isEmpty()
        ? Expectation.NONE
        : obligations.stream().sorted().collect(Collectors.joining("; "));
  }

  private static String of(Obligation obligation) {
    if (obligation instanceof Obligation.CheckAddresses) {
      return "check-addresses";
    }
    if (obligation instanceof Obligation.RequireTls) {
      return "tls";
    }
    if (obligation instanceof Obligation.Inspect inspect) {
      return inspect(inspect.profiles());
    }
    if (obligation instanceof Obligation.ConnectOnlyTo only) {
      return connectOnlyTo(only.addresses().stream().map(IpAddress::toString).toList());
    }
    return obligation.toString();
  }

  static String inspect(Collection<String> profiles) {
    return "inspect " + profiles.stream().sorted().toList();
  }

  static String connectOnlyTo(List<String> addresses) {
    return "connect-only-to " + addresses;
  }
}
