package io.egressrules.engine.author.cases;

import io.egressrules.EgressRequest;
import io.egressrules.engine.author.entry.CidrEntry;
import io.egressrules.engine.author.text.Code;
import io.egressrules.engine.author.text.Fields;
import io.egressrules.engine.author.text.Node;
import io.egressrules.engine.author.text.Node.Entry;
import io.egressrules.engine.author.text.Node.Mapping;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.Values;
import io.egressrules.engine.author.text.Words;
import io.egressrules.net.Host;
import io.egressrules.net.IpAddress;
import io.egressrules.net.PortRange;
import io.egressrules.net.Scheme;
import io.egressrules.net.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the request of a case: a URL, hostile or not, or the parts of one. */
final class RequestReader {
  private static final List<String> KEYS =
      List.of("url", "scheme", "host", "port", "path", "method", "subject", "labels", "addresses");
  private static final Map<String, Scheme> SCHEMES = Words.of(Scheme.values());

  private final Fields fields;
  private final Problems problems;

  private RequestReader(Fields fields) {
    this.fields = fields;
    this.problems = fields.problems();
  }

  /** Reads a request; empty when a part of it is missing or wrong, which is reported. */
  static Optional<EgressRequest> read(Node node, Problems problems) {
    return Fields.of(node, "`request`", KEYS, problems)
        .flatMap(fields -> new RequestReader(fields).read());
  }

  private Optional<EgressRequest> read() {
    Optional<EgressRequest.Builder> target = fields.entry("url").isPresent() ? url() : parts();
    EgressRequest.Builder request = target.orElseGet(() -> EgressRequest.toUrl(null));
    facts(request);
    return target.map(EgressRequest.Builder::build);
  }

  private Optional<EgressRequest.Builder> url() {
    for (String part : List.of("scheme", "host", "port", "path")) {
      String advice = "`" + part + "` is part of `url`; write one of the two";
      fields
          .entry(part)
          .ifPresent(entry -> problems.add(Code.MISPLACED_KEY, entry.key().location(), advice));
    }
    return fields.text("url").map(url -> EgressRequest.toUrl(url.text()));
  }

  private Optional<EgressRequest.Builder> parts() {
    Scheme scheme =
        fields
            .text("scheme")
            .flatMap(text -> Values.word(text, "scheme", SCHEMES, problems))
            .orElse(Scheme.HTTPS);
    Optional<Integer> port =
        fields
            .text("port")
            .flatMap(text -> Values.read(text, Code.MALFORMED_PORT, RequestReader::port, problems));
    int number = port.orElse(scheme.defaultPort());
    String path = fields.text("path").map(Scalar::text).orElse("/");
    return fields
        .requiredText("host", "api.example.com")
        .flatMap(
            text ->
                Values.read(
                    text,
                    Code.MALFORMED_REQUEST,
                    host -> EgressRequest.to(Target.of(scheme, Host.parse(host), number, path)),
                    problems));
  }

  private static int port(String text) {
    PortRange range = PortRange.parse(text);
    if (range.from() != range.to()) {
      throw new IllegalArgumentException("a request goes to one port; write one number");
    }
    return range.from();
  }

  private void facts(EgressRequest.Builder request) {
    fields.text("method").ifPresent(text -> request.method(text.text()));
    fields.text("subject").ifPresent(text -> request.subject(text.text()));
    fields.value("labels").ifPresent(node -> request.labels(labels(node)));
    fields.value("addresses").ifPresent(node -> request.addresses(addresses(node)));
  }

  private Map<String, String> labels(Node node) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Entry entry : entries(node)) {
      fields
          .text(entry.value(), "a text")
          .ifPresent(value -> labels.put(entry.key().text(), value.text()));
    }
    return labels;
  }

  private List<Entry> entries(Node node) {
    return Fields.mapping(node, "labels such as `{tier: gold}`", problems)
        .map(Mapping::entries)
        .orElse(List.of());
  }

  /** The addresses; none are an answer without addresses. */
  private List<IpAddress> addresses(Node node) {
    List<IpAddress> addresses = new ArrayList<>();
    for (Node item : Fields.items(node)) {
      fields
          .text(item, "an address")
          .flatMap(text -> Values.entry(text, Code.MALFORMED_REQUEST, CidrEntry::address, problems))
          .ifPresent(addresses::add);
    }
    return addresses;
  }
}
