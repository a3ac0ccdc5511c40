package io.egressrules.examples.inspection;

import io.egressrules.BodyFacts;
import io.egressrules.Decision;
import io.egressrules.EgressDenial;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.dlp.DlpInspector;
import io.egressrules.engine.enforce.EgressGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A small service: one policy, two guarded clients, and what they are given to send. */
final class Demo {

  /** The last thing that the guard acted on. */
  private record Event(EgressRequest request, Decision decision) {
    List<Finding> findings() {
      BodyFacts body = request.body();
      return body == null || body.findings() == null ? List.of() : body.findings();
    }
  }

  private final Partner partner;
  private final Names names = new Names();
  private final AtomicReference<@Nullable Event> last = new AtomicReference<>();
  private final List<Caller> callers;

  Demo(EgressFilter filter, DlpInspector inspector, Partner partner) {
    this.partner = partner;
    EgressGuard guard =
        EgressGuard.builder(filter)
            .inspectors(inspector)
            .resolver(names)
            .listener((request, decision) -> last.set(new Event(request, decision)))
            .build();
    callers = List.of(new JdkCaller(guard), new OkHttpCaller(guard));
  }

  List<Result> run() {
    List<Result> results = new ArrayList<>();
    for (Scenario scenario : Scenario.all()) {
      for (Caller caller : callers) {
        results.add(run(scenario, caller));
      }
    }
    return results;
  }

  private Result run(Scenario scenario, Caller caller) {
    last.set(null);
    try {
      caller.send(scenario, scenario.url().replace("{port}", Integer.toString(partner.port())));
    } catch (Exception thrown) {
      if (EgressDenial.find(thrown).isEmpty()) {
        throw new IllegalStateException(scenario.title() + " failed", thrown);
      }
    }
    Event event = last.get();
    if (event == null) {
      throw new IllegalStateException(scenario.title() + ": the guard was not asked");
    }
    return new Result(
        scenario,
        caller.name(),
        event.decision().reason().code(),
        event.findings(),
        partner.last(),
        names.asked());
  }
}
