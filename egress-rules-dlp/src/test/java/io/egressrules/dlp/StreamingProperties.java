package io.egressrules.dlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.BodyFacts;
import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.policy.InspectionAction;
import io.egressrules.spi.Inspection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is found and what leaves does not depend on how a body comes in pieces. */
class StreamingProperties {
  private static final DlpInspector REPORT =
      Acme.inspector(profile -> profile.action(InspectionAction.REPORT));
  private static final DlpInspector REDACT =
      Acme.inspector(profile -> profile.action(InspectionAction.REDACT));
  private static final DlpInspector DENY = Acme.inspector(profile -> profile);

  @Property(tries = 300)
  void findings_are_identical_for_every_size_of_piece(
      @ForAll("bodies") String body, @ForAll @IntRange(min = 1, max = 200) int piece) {
    byte[] bytes = body.getBytes(UTF_8);
    List<Finding> whole = Inspected.body(REPORT, "text/plain", bytes, bytes.length).findings();
    assertThat(Inspected.body(REPORT, "text/plain", bytes, piece).findings()).isEqualTo(whole);
  }

  @Property(tries = 300)
  void what_is_only_reported_leaves_as_it_is(
      @ForAll("bodies") String body, @ForAll @IntRange(min = 1, max = 200) int piece) {
    byte[] bytes = body.getBytes(UTF_8);
    assertThat(Inspected.body(REPORT, "text/plain", bytes, piece).left()).isEqualTo(bytes);
  }

  @Property(tries = 300)
  void redaction_is_the_same_for_every_size_of_piece_and_leaves_no_value(
      @ForAll("plainBodies") String body, @ForAll @IntRange(min = 1, max = 200) int piece) {
    byte[] bytes = body.getBytes(UTF_8);
    String left = Inspected.body(REDACT, "text/plain", bytes, piece).text();
    String expected =
        body.replaceAll("\\bacme_[0-9a-f]{16}\\b", "[acme-key]")
            .replaceAll("\\b[0-9]{4}(?:[ -]?[0-9]{4}){3}\\b", "[acme-card]");
    assertThat(left).isEqualTo(expected);
  }

  @Property(tries = 300)
  void nothing_that_is_part_of_a_finding_that_denies_ever_leaves(
      @ForAll("bodies") String body, @ForAll @IntRange(min = 1, max = 200) int piece)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    EgressRequest request =
        EgressRequest.toUrl("https://a.example/")
            .method("POST")
            .body(BodyFacts.declared(bytes.length, "text/plain", null))
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Inspection inspection = DENY.begin(request, Set.of("acme"))) {
      for (int from = 0; from < bytes.length; from += piece) {
        int length = Math.min(piece, bytes.length - from);
        inspection.next(ByteBuffer.wrap(bytes, from, length), some -> Inspected.write(some, out));
      }
      inspection.finish(some -> Inspected.write(some, out));
      long first =
          inspection.findings().stream().mapToLong(Finding::start).min().orElse(bytes.length);
      assertThat((long) out.size()).isLessThanOrEqualTo(first);
    }
  }

  @Provide
  Arbitrary<String> plainBodies() {
    return texts(
        Arbitraries.of(Acme.KEY, Acme.CARD, "4111-1111-1111-1111", "acme_0123", "acme_", "4111"));
  }

  @Provide
  Arbitrary<String> bodies() {
    byte[] key = ("k=" + Acme.KEY + ";").getBytes(UTF_8);
    return texts(
        Arbitraries.of(
            Acme.KEY,
            Acme.CARD,
            "acme_",
            "%61cme_0123456789abcdef",
            "acme\\u005f0123456789abcdef",
            "acme&#95;0123456789abcdef",
            Base64.getEncoder().encodeToString(key),
            Base64.getMimeEncoder(20, "\r\n".getBytes(UTF_8)).encodeToString(key),
            HexFormat.of().formatHex(key),
            HexFormat.ofDelimiter(":").formatHex(key)));
  }

  private static Arbitrary<String> texts(Arbitrary<String> interesting) {
    Arbitrary<String> filler =
        Arbitraries.strings().withChars(" \n,.{}\"é").ofMinLength(1).ofMaxLength(40);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, filler),
            net.jqwik.api.Tuple.of(2, interesting.map(s -> ' ' + s + ' ')))
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}
