package io.egressrules.dlp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.BodyFacts;
import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.Finding.Place;
import io.egressrules.Headers;
import io.egressrules.dlp.own.ExactData;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Redaction;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways past the inspection that were once open. */
class EvasionTest {
  private static final DlpInspector DENY = Acme.inspector(profile -> profile);
  private static final DlpInspector REDACT =
      Acme.inspector(profile -> profile.action(InspectionAction.REDACT));
  private static final DlpInspector KEYS =
      DlpInspector.of(
          Policy.builder("keys")
              .profile(InspectionProfile.builder("k").detectors("pem-private-key"))
              .rule(Rule.allow("a").anyHost("test").require(Requirement.NONE.inspect("k")))
              .build());

  @ParameterizedTest
  @ValueSource(ints = {0, 17_000})
  void a_private_key_is_found_however_long_it_is_and_however_far_its_body_is(int spaces) {
    byte[] random = new byte[20_000];
    new Random(1).nextBytes(random);
    String key =
        "-----BEGIN OPENSSH PRIVATE "
            + "KEY-----\n"
            + " ".repeat(spaces)
            + "\n"
            + Base64.getMimeEncoder().encodeToString(random)
            + "\n-----END OPENSSH PRIVATE KEY-----\n";
    Inspected inspected = Inspected.text(KEYS, "x " + key);
    assertThat(inspected.findings()).extracting(Finding::action).contains(InspectionAction.DENY);
    assertThat(inspected.left()).isEmpty();
  }

  @Test
  void a_false_gzip_header_does_not_hide_a_real_one() throws IOException {
    byte[] decoy = {'x', 'x', 0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0, 'a'};
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(decoy);
    body.write(gzip("the key is " + Acme.KEY));
    body.write(new byte[600]);
    for (int piece : new int[] {1, 50, 10_000}) {
      assertThat(Inspected.body(DENY, "", body.toByteArray(), piece).detectors())
          .contains("acme-key");
    }
  }

  @Test
  void a_false_zip_header_with_a_long_name_does_not_hide_a_gzip() throws IOException {
    byte[] decoy = new byte[30];
    decoy[0] = 'P';
    decoy[1] = 'K';
    decoy[2] = 3;
    decoy[3] = 4;
    decoy[8] = 8;
    decoy[26] = (byte) 0xff;
    decoy[27] = (byte) 0xff;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(decoy);
    body.write(gzip("the key is " + Acme.KEY));
    body.write(new byte[600]);
    assertThat(Inspected.body(DENY, "", body.toByteArray(), 100).detectors()).contains("acme-key");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  @Test
  void many_members_of_a_gzip_body_are_no_bomb() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Random random = new Random(1);
    for (int member = 0; member < 5; member++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 20_000) {
        text.append("line ").append(random.nextInt(100)).append(" of a log\n");
      }
      body.write(gzip(text.toString()));
    }
    EgressRequest request =
        EgressRequest.toUrl("https://a.example/")
            .method("POST")
            .body(BodyFacts.declared(body.size(), "text/plain", "gzip"))
            .build();
    assertThat(Inspected.of(DENY, request, body.toByteArray(), 1_000).findings()).isEmpty();
  }

  @Test
  void the_name_of_a_header_is_inspected_too() {
    Headers headers = Headers.builder().add("X-" + Acme.KEY, "1").build();
    assertThat(Inspected.head(DENY, "https://a.example/", headers).findings())
        .extracting(Finding::place)
        .containsExactly(Place.HEADER);
  }

  @Test
  void a_plus_sign_in_a_query_is_a_space() {
    String url = "https://a.example/?q=my+card+number+is+a+long+text+about+it+4111+1111+1111+1111";
    assertThat(Inspected.head(DENY, url, Headers.NONE).detectors()).containsExactly("acme-card");
  }

  @Test
  void a_value_after_an_escape_is_redacted_and_the_escape_stays() {
    assertThat(Inspected.json(REDACT, "{\"t\": \"a,\\n" + Acme.CARD + "\"}").text())
        .isEqualTo("{\"t\": \"a,\\n[acme-card]\"}");
    assertThat(
            Inspected.body(
                    REDACT,
                    "application/x-www-form-urlencoded",
                    ("k=%22" + Acme.KEY + "%22").getBytes(UTF_8),
                    3)
                .text())
        .isEqualTo("k=%22%5Bacme-key%5D%22");
  }

  @Test
  void what_cannot_be_waited_for_is_not_held_without_end() {
    byte[] body = ("id acme_" + "\u200b".repeat(2_000_000) + "x").getBytes(UTF_8);
    Inspected inspected = Inspected.body(DENY, "text/plain", body, 1 << 16);
    assertThat(inspected.detectors()).contains("unreadable-size");
    assertThat(inspected.left()).hasSizeLessThan(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u00fd7zXZ\u0000", "BZh91AY&SY", "\u0028\u00b5/\u00fd\u0004\u0000\u0000"})
  void what_is_packed_in_a_way_that_is_not_read_is_told(String head) {
    byte[] body = (head + "0123456789abcdef0123456789abcdef").getBytes(ISO_8859_1);
    assertThat(Inspected.body(DENY, "", body, 5).detectors()).contains("unreadable-undecodable");
  }

  @Test
  void a_value_of_rare_characters_is_held_back_whole() {
    String value = "abcdefghij".repeat(10);
    ExactData data = ExactData.builder("a key of 16 bytes".getBytes(UTF_8)).add(value).build();
    DlpInspector inspector =
        Acme.builder(profile -> profile.detectors("mine").action(InspectionAction.REDACT))
            .exactData("mine", data)
            .build();
    String spread = String.join("\ud83d\ude00".repeat(8), value.split(""));
    byte[] body = (" ".repeat(62_536) + spread + " ").getBytes(UTF_8);
    Inspected inspected = Inspected.body(inspector, "text/plain", body, 1_024);
    assertThat(inspected.findings())
        .extracting(Finding::action)
        .containsExactly(InspectionAction.REDACT);
    assertThat(inspected.text()).endsWith(" [mine] ");
  }

  @Test
  void of_two_redactions_that_which_tells_less_is_taken_whatever_the_order() {
    Treatments one = treatments(List.of(Redaction.LAST_FOUR, Redaction.DROP));
    Treatments other = treatments(List.of(Redaction.DROP, Redaction.LAST_FOUR));
    for (Treatments treatments : Set.of(one, other)) {
      assertThat(
              treatments
                  .of(
                      "acme",
                      io.egressrules.dlp.detector.Detector.Kind.OWN,
                      io.egressrules.policy.Confidence.LIKELY)
                  .orElseThrow()
                  .redaction())
          .isEqualTo(Redaction.DROP);
    }
  }

  private static Treatments treatments(List<Redaction> redactions) {
    return new Treatments(
        redactions.stream()
            .map(
                redaction ->
                    InspectionProfile.builder("p")
                        .detectors("acme")
                        .action(InspectionAction.REDACT)
                        .redaction(redaction)
                        .build())
            .toList(),
        Acme.NOW);
  }
}
