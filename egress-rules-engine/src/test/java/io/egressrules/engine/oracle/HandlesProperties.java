package io.egressrules.engine.oracle;

import io.egressrules.EgressRequest;
import io.egressrules.PreparedTarget;
import io.egressrules.UrlCall;
import io.egressrules.net.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What makes deciding cheaper decides nothing else. */
class HandlesProperties {

  @Test
  void aPreparedTargetIsNoSecondTruthNorAfterAChangeOfPolicy() {
    Map<Target, PreparedTarget> handles = new HashMap<>();
    Law law =
        policy -> {
          Engine engine = new Engine(policy);
          return request -> {
            Target target = request.request().target();
            if (target == null) {
              return null;
            }
            PreparedTarget handle = handles.computeIfAbsent(target, engine::prepare);
            Verdict prepared = Verdict.of(engine.decide(request, handle));
            return Law.same(engine.verdict(request), prepared);
          };
        };
    law.holds("prepared", 60, 200);
  }

  @Test
  void urlTextIsDecidedAsTheRequestThatStatesIt() {
    Law law =
        policy -> {
          Engine engine = new Engine(policy);
          Map<String, UrlCall> calls = new HashMap<>();
          return text -> {
            RequestText stated = text.without("addresses").without("found");
            EgressRequest request = stated.request();
            UrlCall call = calls.computeIfAbsent(request.subject(), UrlCall::by);
            call.method(request.method()).labels(request.labels()).to(stated.words().first("url"));
            String wrong =
                Law.same(engine.verdict(stated), Verdict.of(engine.decide(call, text.at())));
            return wrong != null || Objects.equals(call.toRequest().target(), request.target())
                ? wrong
                : "kept as " + call.toRequest();
          };
        };
    law.holds("url text", 60, 200);
  }
}
