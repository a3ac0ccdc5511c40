package io.egressrules.examples.corpus.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.egressrules.engine.Iri;
import io.egressrules.examples.corpus.Lines;
import io.egressrules.examples.corpus.Outcome;
import io.egressrules.examples.corpus.Part;
import io.egressrules.net.Host;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * URLs and the hosts that parsers of many clients read from them. What the gate admits, all of them
 * must read alike; a URL that is not ASCII is called as the ASCII text it is converted to, so it is
 * compared with the WHATWG parser alone, which converts as well.
 */
public final class HostTable implements Part, Format {
  private final int examples;

  /**
   * Makes the part.
   *
   * @param examples how many examples to print of each refusal
   */
  public HostTable(int examples) {
    this.examples = examples;
  }

  @Override
  public String files() {
    return "host-table.*.jsonl";
  }

  @Override
  public List<Outcome> run(Path directory) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Path file : Lines.find(directory, "host-table\\..*jsonl")) {
      outcomes.add(ConformanceTally.of(file.getFileName().toString(), file, this, examples));
    }
    return outcomes;
  }

  @Override
  public Listed read(JsonNode line) {
    String url = line.path("url").asText();
    List<String> hosts = new ArrayList<>();
    if (url.chars().allMatch(c -> c < 0x80)) {
      line.path("connectable_hosts").fieldNames().forEachRemaining(hosts::add);
    } else if (line.hasNonNull("whatwg")) {
      hosts.add(line.path("whatwg").asText());
    }
    return new Listed(
        url,
        hosts.stream().map(Names::listed).distinct().toList(),
        Answer.of(() -> dialled(Target.parse(Iri.toAscii(url)).host())));
  }

  /** The table writes an IPv4-mapped address as the IPv4 address that is dialled. */
  private static String dialled(Host host) {
    return host instanceof IpAddress address
        ? address.unmapped().toUriString()
        : host.toUriString();
  }
}
