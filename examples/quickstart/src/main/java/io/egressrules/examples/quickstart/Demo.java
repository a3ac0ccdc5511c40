package io.egressrules.examples.quickstart;

import io.egressrules.Decision;
import io.egressrules.EgressDenial;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.engine.enforce.EgressGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A small service: one policy, two guarded clients, and the calls it is talked into making. */
final class Demo {

  /** The last thing that the guard acted on. */
  private record Event(EgressRequest request, Decision decision) {}

  private final EgressFilter filter;
  private final DemoServers servers;
  private final DemoNames names = new DemoNames();
  private final AtomicReference<@Nullable Event> last = new AtomicReference<>();
  private final List<Caller> callers;

  Demo(EgressFilter filter, DemoServers servers, DemoCertificate certificate) {
    this.filter = filter;
    this.servers = servers;
    EgressGuard guard =
        EgressGuard.builder(filter)
            .subject("checkout")
            .resolver(names)
            .listener((request, decision) -> last.set(new Event(request, decision)))
            .build();
    this.callers = List.of(new JdkCaller(guard, certificate), new OkHttpCaller(guard, certificate));
  }

  List<Result> run() {
    List<Result> results = new ArrayList<>();
    for (Caller caller : callers) {
      names.restart();
      for (Scenario scenario : Scenario.all()) {
        results.add(run(scenario, caller));
      }
    }
    return results;
  }

  private Result run(Scenario scenario, Caller caller) {
    String url = scenario.urlWith(servers.httpPort(), servers.httpsPort());
    last.set(null);
    try {
      caller.call(scenario.method(), url);
      return result(scenario, caller, true);
    } catch (IllegalArgumentException refusedByTheClient) {
      // The client cannot even state such a URL; the filter says what it would have said.
      EgressRequest request = EgressRequest.toUrl(url).method(scenario.method()).build();
      last.set(new Event(request, filter.decide(request)));
      return result(scenario, caller, false);
    } catch (Exception thrown) {
      if (EgressDenial.find(thrown).isEmpty()) {
        throw new IllegalStateException(scenario.title() + " failed", thrown);
      }
      return result(scenario, caller, false);
    }
  }

  private Result result(Scenario scenario, Caller caller, boolean sent) {
    Event event = last.get();
    if (event == null) {
      throw new IllegalStateException(scenario.title() + ": the guard was not asked");
    }
    String suggestion = filter.explain(event.request()).suggestion();
    return new Result(scenario, caller.name(), event.decision(), suggestion, sent);
  }
}
