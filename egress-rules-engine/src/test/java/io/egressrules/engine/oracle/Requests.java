package io.egressrules.engine.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws requests.
 *
 * @param draw the chance
 * @param words what to speak of
 */
record Requests(Draw draw, Vocabulary words) {
  private static final List<Instant> INSTANTS =
      List.of(Vocabulary.BEFORE, Vocabulary.NOW, Vocabulary.NOW, Vocabulary.AFTER);
  private static final List<String> MALFORMED =
      List.of("http:/example.com", "https://example.com\\@partner.test/", "https://0177.0.0.1/");

  private static final List<String[]> FINDINGS =
      List.of(
          new String[] {},
          new String[] {"REPORT"},
          new String[] {"DENY"},
          new String[] {"REDACT", "DENY"});

  RequestText request() {
    RequestText request = RequestText.to(url()).at(draw.one(INSTANTS));
    if (draw.chance(0.8)) {
      request = request.with("subject", draw.one(Vocabulary.SUBJECTS));
    }
    if (draw.chance(0.8)) {
      request = request.with("method", draw.one(Vocabulary.METHODS));
    }
    if (draw.chance(0.5)) {
      request = request.with("label.tier", draw.one(Vocabulary.TIERS));
    }
    if (draw.chance(0.2)) {
      request = request.with("label.zone", draw.one(List.of("eu", "us")));
    }
    if (draw.chance(0.65)) {
      request = request.with("addresses", addresses());
    }
    return draw.chance(0.05) ? request.with("found", draw.one(FINDINGS)) : request;
  }

  private String url() {
    if (draw.chance(0.01)) {
      return draw.one(MALFORMED);
    }
    return draw.one(Vocabulary.SCHEMES)
        + (draw.chance(0.03) ? "://user@" : "://")
        + host()
        + draw.one(Vocabulary.URL_PORTS)
        + draw.one(Vocabulary.URL_PATHS);
  }

  private String host() {
    double kind = draw.random().nextDouble();
    List<String> of =
        kind < 0.8 ? words.hosts() : kind < 0.97 ? words.literals() : Vocabulary.ODD_HOSTS;
    return draw.one(of);
  }

  private String[] addresses() {
    if (draw.chance(0.03)) {
      return new String[0];
    }
    List<String> some = new ArrayList<>();
    for (int i = draw.chance(0.6) ? 1 : 1 + draw.upTo(4); i > 0; i--) {
      some.add(address());
    }
    return some.stream().distinct().toArray(String[]::new);
  }

  private String address() {
    double kind = draw.random().nextDouble();
    List<String> of =
        kind < 0.65 ? words.publics() : kind < 0.96 ? words.specials() : words.guarded();
    return draw.one(of);
  }
}
