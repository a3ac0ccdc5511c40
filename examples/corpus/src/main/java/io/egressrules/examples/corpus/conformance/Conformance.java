package io.egressrules.examples.corpus.conformance;

import io.egressrules.examples.corpus.Lines;
import io.egressrules.examples.corpus.Outcome;
import io.egressrules.examples.corpus.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Conformance tests of standards; the file's name, up to its first dot, says how to read it. */
public final class Conformance implements Part {
  private static final Map<String, Format> FORMATS =
      Map.of(
          "wpt-urltestdata", new UrlTestData(),
          "wpt-toascii", new DomainToAscii(),
          "wpt-idnatestv2", new DomainToAscii(),
          "wpt-verifydnslength", new DnsLength(),
          "unicode-idnatestv2", new IdnaTestV2(),
          "psl", new PublicSuffixes(),
          "rfc5952-text", new AddressTexts(),
          "iana-special-purpose", new SpecialPurposeBlocks());

  private final int examples;

  /**
   * Makes the part.
   *
   * @param examples how many examples to print of each refusal
   */
  public Conformance(int examples) {
    this.examples = examples;
  }

  @Override
  public String files() {
    return "conformance/*.jsonl";
  }

  @Override
  public List<Outcome> run(Path directory) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Path file : Lines.find(directory.resolve("conformance"), ".*\\.jsonl")) {
      String name = file.getFileName().toString();
      Format format = FORMATS.get(name.substring(0, name.indexOf('.')));
      if (format != null) {
        outcomes.add(ConformanceTally.of("conformance/" + name, file, format, examples));
      } else {
        outcomes.add(new Unread("conformance/" + name));
      }
    }
    return outcomes;
  }
}
