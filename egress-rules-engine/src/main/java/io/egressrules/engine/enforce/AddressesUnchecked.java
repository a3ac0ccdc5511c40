package io.egressrules.engine.enforce;

import io.egressrules.Advice;
import io.egressrules.Decision;
import io.egressrules.EgressDeniedException;
import io.egressrules.Obligation;
import io.egressrules.ReasonCode;
import io.egressrules.net.IpAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The call goes through a declared proxy, which resolves the name itself: no rule on addresses was
 * applied.
 *
 * @param proxy the proxy
 */
public record AddressesUnchecked(DeclaredProxy proxy) implements Advice.Further {

  /**
   * The admission through a proxy. That the addresses are not checked is told to the listeners and
   * takes the place of the obligation to check them; who is admitted by address only is denied.
   */
  static Admission record(Admission admission, DeclaredProxy proxy) throws EgressDeniedException {
    if (admission.target().host() instanceof IpAddress) {
      return admission.through(proxy, admission.decision());
    }
    Decision decided = admission.decision();
    if (decided.reason().code() == ReasonCode.ADDRESS_PENDING) {
      throw admission.filter().denial(admission.request(), ReasonCode.OBLIGATION_UNMET);
    }
    List<Obligation> obligations = new ArrayList<>(decided.obligations());
    obligations.removeIf(obligation -> obligation instanceof Obligation.CheckAddresses);
    List<Advice> advice = new ArrayList<>(decided.advice());
    advice.add(new AddressesUnchecked(proxy));
    Decision unchecked =
        Decision.allow(decided.phase(), decided.reason(), obligations, advice, decided.policyId());
    if (decided.wouldBe() != null) {
      unchecked = unchecked.withWouldBe(decided.wouldBe());
    }
    admission.filter().tell(admission.request(), unchecked);
    return admission.through(proxy, unchecked);
  }
}
