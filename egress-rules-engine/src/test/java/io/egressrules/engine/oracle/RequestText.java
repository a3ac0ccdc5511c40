package io.egressrules.engine.oracle;

import io.egressrules.BodyFacts;
import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.InspectionAction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request as text, and when it is decided.
 *
 * @param words {@code url}, {@code subject}, {@code label.k}, {@code method}, {@code addresses}
 *     when they are known, possibly none, and {@code inspected} after an inspection without
 *     findings
 * @param at the instant of the decision
 */
record RequestText(Words words, Instant at) {

  /** A request of which no addresses are known. */
  static RequestText to(String url) {
    return new RequestText(Words.NONE.with("url", url), Vocabulary.NOW);
  }

  RequestText with(String key, String... values) {
    return new RequestText(words.with(key, values), at);
  }

  RequestText without(String key) {
    return new RequestText(words.without(key), at);
  }

  RequestText at(Instant instant) {
    return new RequestText(words, instant);
  }

  EgressRequest request() {
    EgressRequest.Builder request = EgressRequest.toUrl(words.first("url"));
    words.get("subject").forEach(request::subject);
    words.get("method").forEach(request::method);
    request.labels(labels());
    if (words.has("addresses")) {
      request.addresses(words.get("addresses").stream().map(IpAddress::parse).toList());
    }
    if (words.has("found")) {
      List<Finding> findings = words.get("found").stream().map(RequestText::finding).toList();
      request.body(BodyFacts.declared(0, null, null).withFindings(findings));
    }
    return request.build();
  }

  private static Finding finding(String action) {
    return new Finding(
        "detector",
        Finding.Place.BODY,
        0,
        1,
        Confidence.LIKELY,
        InspectionAction.valueOf(action),
        "00",
        "*");
  }

  private Map<String, String> labels() {
    return words.entries().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("label."))
        .collect(Collectors.toMap(e -> e.getKey().substring(6), e -> e.getValue().get(0)));
  }

  /** This request with fewer facts, but always with its URL. */
  Stream<RequestText> smaller() {
    return words.smaller().filter(less -> less.has("url")).map(less -> new RequestText(less, at));
  }

  @Override
  public String toString() {
    return "request " + words + " at " + at;
  }
}
