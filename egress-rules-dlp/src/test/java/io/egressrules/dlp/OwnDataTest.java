package io.egressrules.dlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.Finding;
import io.egressrules.dlp.own.DocumentPrints;
import io.egressrules.dlp.own.ExactData;
import io.egressrules.policy.InspectionAction;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class OwnDataTest {
  private static final byte[] KEY = "a key of sixteen bytes".getBytes(UTF_8);
  private static final String MEMO =
      "The merger of the two houses is to be told on the third of May, and to nobody before that.";
  private static final DlpInspector INSPECTOR = inspector(InspectionAction.REDACT);

  private static DlpInspector inspector(InspectionAction action) {
    return Acme.builder(profile -> profile.detectors("customers", "memos").action(action))
        .exactData(
            "customers", ExactData.builder(KEY).add("DE-4711-0815").add("Zoë Ångström").build())
        .documents("memos", DocumentPrints.builder(KEY).add("merger", MEMO).build())
        .build();
  }

  @Test
  void a_value_is_found_however_it_is_spaced_and_redacted_where_it_stands() {
    assertThat(Inspected.text(INSPECTOR, "é: de 4711 0815, ok").text())
        .isEqualTo("é: [customers], ok");
    assertThat(Inspected.text(INSPECTOR, "dear Zoë  Ångström!").text())
        .isEqualTo("dear [customers]!");
    assertThat(Inspected.text(INSPECTOR, "DE-4711-08156").findings()).isEmpty();
  }

  @Test
  void a_value_is_the_same_finding_in_every_spacing_and_in_every_size_of_piece() {
    byte[] body = "a Zoë Ångström b zoë-ångström c €€ de47110815".getBytes(UTF_8);
    Inspected whole = Inspected.body(INSPECTOR, "text/plain", body, body.length);
    assertThat(whole.findings()).hasSize(3);
    assertThat(whole.findings().get(0).fingerprint())
        .isEqualTo(whole.findings().get(1).fingerprint());
    for (int piece = 1; piece < body.length; piece++) {
      Inspected pieces = Inspected.body(INSPECTOR, "text/plain", body, piece);
      assertThat(pieces.findings()).isEqualTo(whole.findings());
      assertThat(pieces.left()).isEqualTo(whole.left());
    }
  }

  @Test
  void a_value_is_found_inside_an_encoding() {
    String inside = Base64.getEncoder().encodeToString("customer DE 4711 0815".getBytes(UTF_8));
    assertThat(Inspected.text(INSPECTOR, inside).detectors()).contains("customers");
  }

  @Test
  void a_part_of_a_document_is_found_and_denied() {
    Inspected inspected = Inspected.text(INSPECTOR, "fyi: " + MEMO.substring(0, 60).toUpperCase());
    assertThat(inspected.detectors()).containsExactly("memos");
    assertThat(inspected.findings()).extracting(Finding::action).contains(InspectionAction.DENY);
    assertThat(inspected.left()).isEmpty();
    assertThat(Inspected.text(INSPECTOR, "the third of May").findings()).isEmpty();
  }

  @Test
  void malformed_bytes_end_no_value_early_and_break_nothing() {
    byte[] body = "x DE-4711-0815 y".getBytes(UTF_8);
    body[1] = (byte) 0xff;
    body[14] = (byte) 0xc3;
    assertThat(Inspected.body(INSPECTOR, "text/plain", body, 3).detectors())
        .containsExactly("customers");
  }

  @Test
  void an_id_that_is_taken_is_refused() {
    DlpInspector.Builder builder = DlpInspector.builder();
    ExactData data = ExactData.builder(KEY).add("DE-4711-0815").build();
    assertThatThrownBy(() -> builder.exactData("iban", data))
        .hasMessage("there is a detector `iban` already; choose another id");
    builder.exactData("customers", data);
    assertThatThrownBy(() -> builder.exactData("customers", data)).hasMessageContaining("already");
  }
}
