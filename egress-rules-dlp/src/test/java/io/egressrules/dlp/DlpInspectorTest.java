package io.egressrules.dlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.BodyFacts;
import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.Finding.Place;
import io.egressrules.Headers;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.DetectorDefinition;
import io.egressrules.policy.InspectionAction;
import io.egressrules.policy.InspectionBudget;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Redaction;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import io.egressrules.spi.BodyInspector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class DlpInspectorTest {
  private static final UnaryOperator<InspectionProfile.Builder> AS_IT_IS = profile -> profile;
  private static final UnaryOperator<InspectionProfile.Builder> REDACT =
      profile -> profile.action(InspectionAction.REDACT);

  @Test
  void a_finding_tells_all_but_the_value() {
    Inspected inspected = Inspected.text(Acme.inspector(AS_IT_IS), "key: " + Acme.KEY + "!");
    Finding finding = inspected.findings().get(0);
    assertThat(finding.detector()).isEqualTo("acme-key");
    assertThat(finding.place()).isEqualTo(Place.BODY);
    assertThat(finding.start()).isEqualTo(5);
    assertThat(finding.end()).isEqualTo(26);
    assertThat(finding.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(finding.action()).isEqualTo(InspectionAction.DENY);
    assertThat(finding.fingerprint()).matches("[0-9a-f]{32}");
    assertThat(finding.preview()).isEqualTo("acme… (21 characters)");
    assertThat(inspected.findings().toString()).doesNotContain("0123456789abcdef");
  }

  @Test
  void what_is_clean_leaves_as_it_is() {
    Inspected inspected = Inspected.text(Acme.inspector(AS_IT_IS), "nothing of interest");
    assertThat(inspected.text()).isEqualTo("nothing of interest");
    assertThat(inspected.findings()).isEmpty();
  }

  @Test
  void after_a_finding_that_denies_nothing_leaves() {
    Inspected inspected =
        Inspected.body(
            Acme.inspector(AS_IT_IS),
            "text/plain",
            (Acme.KEY + " " + "x".repeat(100_000)).getBytes(UTF_8),
            1_000);
    assertThat(inspected.left()).isEmpty();
  }

  @Test
  void fingerprints_are_equal_for_equal_values_under_one_key_and_not_under_another() {
    DlpInspector inspector = Acme.inspector(REDACT);
    List<Finding> found =
        Inspected.text(inspector, Acme.CARD + " or 4111 1111 1111 1111").findings();
    assertThat(found).hasSize(2);
    assertThat(found.get(0).fingerprint()).isEqualTo(found.get(1).fingerprint());
    DlpInspector other = Acme.builder(REDACT).key("another key of bytes".getBytes(UTF_8)).build();
    assertThat(Inspected.text(other, Acme.CARD).findings().get(0).fingerprint())
        .isNotEqualTo(found.get(0).fingerprint());
  }

  @Test
  void redactions_take_each_of_their_forms() {
    String body = "pay " + Acme.CARD + " now";
    assertThat(redacted(Redaction.MASK, body)).isEqualTo("pay [acme-card] now");
    assertThat(redacted(Redaction.DROP, body)).isEqualTo("pay  now");
    assertThat(redacted(Redaction.LAST_FOUR, body)).isEqualTo("pay ************1111 now");
    assertThat(redacted(Redaction.LAST_FOUR, "pay 4111-1111-1111-1111"))
        .isEqualTo("pay ****-****-****-1111");
    assertThat(redacted(Redaction.TOKEN, body)).matches("pay \\[acme-card:[0-9a-f]{16}] now");
    assertThat(redacted(Redaction.TOKEN, body)).isEqualTo(redacted(Redaction.TOKEN, body));
  }

  private static String redacted(Redaction redaction, String body) {
    return Inspected.text(
            Acme.inspector(profile -> REDACT.apply(profile).redaction(redaction)), body)
        .text();
  }

  @Test
  void json_stays_json() {
    DlpInspector inspector = Acme.inspector(REDACT);
    assertThat(Inspected.json(inspector, "{\"card\": \"" + Acme.CARD + "\"}").text())
        .isEqualTo("{\"card\": \"[acme-card]\"}");
    assertThat(Inspected.json(inspector, "{\"card\": " + Acme.CARD + "}").text())
        .isEqualTo("{\"card\": \"[acme-card]\"}");
    assertThat(Inspected.json(inspector, "[" + Acme.CARD + "]").text())
        .isEqualTo("[\"[acme-card]\"]");
  }

  @Test
  void what_cannot_be_redacted_without_harm_is_denied() {
    DlpInspector inspector = Acme.inspector(REDACT);
    for (String body : List.of("[" + Acme.CARD + ".5]", "[-" + Acme.CARD + "]", Acme.KEY)) {
      Inspected inspected = Inspected.json(inspector, body);
      assertThat(inspected.findings().get(0).action()).isEqualTo(InspectionAction.DENY);
      assertThat(inspected.text()).doesNotContain(Acme.CARD).doesNotContain(Acme.KEY);
    }
  }

  @Test
  void what_is_not_declared_stays_json_if_it_is() {
    DlpInspector inspector = Acme.inspector(REDACT);
    String list = "\n [ {\"card\": " + Acme.CARD + "}]";
    assertThat(Inspected.body(inspector, "", list.getBytes(UTF_8), 1).text())
        .isEqualTo("\n [ {\"card\": \"[acme-card]\"}]");
    String log = "[2026] INFO card " + Acme.CARD;
    assertThat(Inspected.body(inspector, "", log.getBytes(UTF_8), 1).text())
        .isEqualTo("[2026] INFO card [acme-card]");
    assertThat(Inspected.body(inspector, "", Acme.CARD.getBytes(UTF_8), 1).text())
        .isEqualTo("[acme-card]");
  }

  @Test
  void a_form_stays_a_form() {
    Inspected inspected =
        Inspected.body(
            Acme.inspector(REDACT),
            "application/x-www-form-urlencoded",
            ("a=1&card=4111+1111+1111+1111&key=" + Acme.KEY).getBytes(UTF_8),
            7);
    assertThat(inspected.text()).isEqualTo("a=1&card=%5Bacme-card%5D&key=%5Bacme-key%5D");
  }

  @Test
  void what_is_found_inside_an_encoding_cannot_be_redacted_and_is_denied() throws IOException {
    DlpInspector inspector = Acme.inspector(REDACT);
    String inside = Base64.getEncoder().encodeToString(("the key is " + Acme.KEY).getBytes(UTF_8));
    Inspected inspected = Inspected.text(inspector, "look: " + inside + " .");
    assertThat(inspected.findings()).extracting(Finding::action).contains(InspectionAction.DENY);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(("the key is " + Acme.KEY).getBytes(UTF_8));
    }
    Inspected unpacked = Inspected.body(inspector, "application/gzip", packed.toByteArray(), 5);
    assertThat(unpacked.findings()).extracting(Finding::action).contains(InspectionAction.DENY);
  }

  @Test
  void a_finding_in_the_head_has_its_place_and_is_never_redacted() {
    DlpInspector inspector = Acme.inspector(REDACT);
    Headers headers = Headers.builder().add("X-Note", "my " + Acme.KEY).build();
    assertThat(Inspected.head(inspector, "https://a.example/" + Acme.KEY, Headers.NONE).findings())
        .singleElement()
        .satisfies(found -> assertThat(found.place()).isEqualTo(Place.PATH))
        .satisfies(found -> assertThat(found.action()).isEqualTo(InspectionAction.DENY));
    assertThat(places(inspector, "https://a.example/?q=" + Acme.CARD, Headers.NONE))
        .containsExactly(Place.QUERY);
    assertThat(places(inspector, "https://a.example/", headers)).containsExactly(Place.HEADER);
    assertThat(places(inspector, "https://" + Acme.CARD + ".a.example/", Headers.NONE))
        .containsExactly(Place.HOST);
  }

  private static List<Place> places(DlpInspector inspector, String url, Headers headers) {
    return Inspected.head(inspector, url, headers).findings().stream().map(Finding::place).toList();
  }

  @Test
  void header_fields_that_carry_credentials_are_exempt_unless_the_profile_says_otherwise() {
    Headers headers = Headers.builder().add("authorization", "Bearer " + Acme.KEY).build();
    assertThat(Inspected.head(Acme.inspector(AS_IT_IS), "https://a.example/", headers).findings())
        .isEmpty();
    DlpInspector strict = Acme.inspector(InspectionProfile.Builder::exemptHeaders);
    assertThat(Inspected.head(strict, "https://a.example/", headers).detectors())
        .containsExactly("acme-key");
  }

  @Test
  void the_name_of_a_header_is_context_for_its_value() {
    DlpInspector inspector = Acme.inspector(AS_IT_IS);
    Headers named = Headers.builder().add("X-Open", "sesame-abcd").build();
    Headers other = Headers.builder().add("X-Shut", "sesame-abcd").build();
    assertThat(Inspected.head(inspector, "https://a.example/", named).findings()).hasSize(1);
    assertThat(Inspected.head(inspector, "https://a.example/", other).findings()).isEmpty();
  }

  @Test
  void an_exempt_destination_is_sent_everything() {
    DlpInspector inspector = Acme.inspector(profile -> profile.exempt(".partner.example"));
    Inspected inspected = Inspected.text(inspector, Acme.KEY);
    assertThat(inspected.findings()).isEmpty();
    assertThat(inspected.text()).isEqualTo(Acme.KEY);
  }

  @Test
  void below_its_least_confidence_a_profile_sees_nothing() {
    String body = "sesame-abcd";
    assertThat(Inspected.text(Acme.inspector(AS_IT_IS), body).findings()).isEmpty();
    DlpInspector strict = Acme.inspector(profile -> profile.confidence(Confidence.POSSIBLE));
    assertThat(Inspected.text(strict, body).findings()).hasSize(1);
  }

  @Test
  void each_detector_or_kind_has_its_action_and_that_of_a_detector_comes_first() {
    DlpInspector inspector =
        Acme.inspector(
            profile ->
                profile
                    .action("personal-data", InspectionAction.REPORT)
                    .action("secrets", InspectionAction.REPORT)
                    .action("acme-key", InspectionAction.REDACT));
    Inspected inspected = Inspected.text(inspector, Acme.CARD + " " + Acme.KEY);
    assertThat(inspected.text()).isEqualTo(Acme.CARD + " [acme-key]");
  }

  @Test
  void what_a_general_detector_finds_is_none_where_another_finds_as_much() {
    DlpInspector inspector =
        Acme.inspector(profile -> profile.detectors("acme-name").action(InspectionAction.REPORT));
    assertThat(Inspected.text(inspector, "key=" + Acme.KEY).detectors())
        .containsExactly("acme-key");
    assertThat(Inspected.text(inspector, "key=something").detectors()).containsExactly("acme-name");
    DlpInspector strict =
        Acme.inspector(
            profile ->
                profile
                    .detectors("acme-name")
                    .action(InspectionAction.REPORT)
                    .action("acme-name", InspectionAction.DENY));
    assertThat(Inspected.text(strict, "key=" + Acme.KEY).detectors())
        .containsExactly("acme-key", "acme-name");
  }

  @Test
  void report_only_ends_when_it_says() {
    assertThat(Inspected.text(reportOnly(1), Acme.KEY).text()).isEqualTo(Acme.KEY);
    assertThat(Inspected.text(reportOnly(1), Acme.KEY).findings().get(0).action())
        .isEqualTo(InspectionAction.REPORT);
    assertThat(Inspected.text(reportOnly(0), Acme.KEY).left()).isEmpty();
  }

  private static DlpInspector reportOnly(int seconds) {
    return Acme.inspector(profile -> profile.reportOnly("acme-key", Acme.NOW.plusSeconds(seconds)));
  }

  @Test
  void beyond_its_budget_of_bytes_a_body_is_denied_or_reported() {
    byte[] body = ("x".repeat(100) + " " + Acme.KEY).getBytes(UTF_8);
    for (int piece : new int[] {1, 7, 1_000}) {
      Inspected denied =
          Inspected.body(budget(50, InspectionAction.DENY), "text/plain", body, piece);
      assertThat(denied.detectors()).containsExactly("budget-exhausted");
      assertThat(denied.findings().get(0).start()).isEqualTo(50);
      assertThat(denied.left()).hasSizeLessThanOrEqualTo(50);
      Inspected told =
          Inspected.body(budget(50, InspectionAction.REPORT), "text/plain", body, piece);
      assertThat(told.detectors()).containsExactly("budget-exhausted");
      assertThat(told.left()).isEqualTo(body);
    }
  }

  private static DlpInspector budget(long bytes, InspectionAction exhausted) {
    InspectionBudget budget = new InspectionBudget(bytes, Duration.ofSeconds(1), exhausted);
    return Acme.inspector(profile -> profile.budget(budget));
  }

  @Test
  void beyond_its_budget_of_time_a_body_is_denied() {
    Deque<Long> times = new ArrayDeque<>();
    InspectionBudget budget =
        new InspectionBudget(1 << 20, Duration.ofNanos(10), InspectionAction.DENY);
    DlpInspector inspector =
        Acme.builder(profile -> profile.budget(budget))
            .nanoTime(() -> times.isEmpty() ? 0 : times.pop())
            .build();
    int piece = 8 * 1024;
    byte[] body = "abc".repeat(piece).getBytes(UTF_8);
    EgressRequest request =
        EgressRequest.toUrl("https://a.example/")
            .method("POST")
            .body(BodyFacts.declared(body.length, null, null))
            .build();
    assertThat(Inspected.of(inspector, request, body, piece).findings()).isEmpty();
    times.addAll(List.of(0L, 0L, 0L, 0L, 0L, 9L, 9L, 10L));
    assertThat(Inspected.of(inspector, request, body, piece).detectors())
        .containsExactly("budget-exhausted");
  }

  @Test
  void what_cannot_be_read_is_denied_or_reported() {
    byte[] odd = "not brotli".getBytes(UTF_8);
    EgressRequest request =
        EgressRequest.toUrl("https://a.example/")
            .method("POST")
            .body(BodyFacts.declared(odd.length, "text/plain", "br"))
            .build();
    Inspected denied = Inspected.of(Acme.inspector(AS_IT_IS), request, odd, 3);
    assertThat(denied.detectors()).containsExactly("unreadable-undecodable");
    assertThat(denied.left()).isEmpty();
    DlpInspector mild = Acme.inspector(profile -> profile.unreadable(InspectionAction.REPORT));
    assertThat(Inspected.of(mild, request, odd, 3).left()).isEqualTo(odd);
  }

  @Test
  void of_a_policy_only_the_profiles_are_offered_that_its_rules_require() {
    Policy policy =
        Policy.builder("p")
            .profile(InspectionProfile.builder("used").detectors("json-web-token"))
            .profile(InspectionProfile.builder("unused").detectors("json-web-token"))
            .rule(Rule.allow("a").hosts("a.example").require(Requirement.NONE.inspect("used", "x")))
            .build();
    assertThat(DlpInspector.of(policy).profiles()).containsExactly("used");
  }

  @Test
  void a_profile_that_names_a_detector_that_there_is_not_is_refused() {
    assertThatThrownBy(() -> Acme.inspector(profile -> profile.detectors("acme-kay")))
        .hasMessage(
            "profile `acme` names a detector `acme-kay` that there is not;"
                + " DETECTORS.md lists them");
    assertThatThrownBy(
            () -> Acme.inspector(profile -> profile.action("acme-kay", InspectionAction.DENY)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_profile_that_is_not_offered_cannot_be_applied() {
    DlpInspector inspector = Acme.inspector(AS_IT_IS);
    EgressRequest request = EgressRequest.toUrl("https://a.example/").method("GET").build();
    assertThatThrownBy(() -> inspector.begin(request, Set.of("other")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_pattern_that_is_none_is_refused_with_the_id_of_its_detector() {
    Policy policy =
        Policy.builder("p")
            .detector(DetectorDefinition.of("acme-word", "acme("))
            .profile(InspectionProfile.builder("used").detectors("acme-word", "iban"))
            .rule(Rule.allow("a").hosts("a.example").require(Requirement.NONE.inspect("used")))
            .build();
    assertThatThrownBy(() -> DlpInspector.of(policy))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("detector `acme-word`, pattern 0, offset");
  }

  @Test
  void the_inspector_of_the_class_path_is_there_before_its_detectors_are_compiled() {
    BodyInspector provided = BodyInspector.provided().findAny().orElseThrow();
    assertThat(provided).isInstanceOf(DlpInspector.class);
    assertThat(provided.profiles()).containsExactlyInAnyOrder("secrets", "personal-data");
  }

  @Test
  void a_short_key_is_refused() {
    assertThatThrownBy(() -> DlpInspector.builder().key(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
