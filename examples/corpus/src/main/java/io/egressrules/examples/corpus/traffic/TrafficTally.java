package io.egressrules.examples.corpus.traffic;

import io.egressrules.Decision;
import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.examples.corpus.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The figures of one list of names, and what was refused of it. */
final class TrafficTally implements Outcome {
  /** A URL that was refused. */
  record Detail(String url, String why) {}

  private final String file;
  private final List<Detail> refused = new ArrayList<>();
  private int names;
  private int urls;

  TrafficTally(String file) {
    this.file = file;
  }

  void ask(EgressFilter filter, String name) {
    for (String url : OrdinaryUrls.of(name, names)) {
      EgressRequest request = EgressRequest.toUrl(url).method("GET").build();
      Decision decision = filter.decide(request);
      if (!decision.isAllowed()) {
        refused.add(new Detail(url, decision.reason().privateText()));
      }
      urls++;
    }
    names++;
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public boolean holds() {
    return refused.isEmpty();
  }

  @Override
  public List<Detail> details() {
    return refused;
  }

  @Override
  public String line() {
    return "%s: %d names, %d ordinary urls, %d refused"
        .formatted(file, names, urls, refused.size());
  }
}
