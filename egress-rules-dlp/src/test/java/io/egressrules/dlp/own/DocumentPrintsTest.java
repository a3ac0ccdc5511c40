package io.egressrules.dlp.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.dlp.own.DocumentPrints.Match;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DocumentPrintsTest {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  @Test
  void the_share_tells_how_much_of_a_document_a_text_holds() {
    String plan = words(1, 2_000);
    DocumentPrints prints =
        DocumentPrints.builder(KEY).add("plan", plan).add("memo", words(2, 500)).build();
    DocumentPrints.Scan scan = prints.scan();
    scan.append(words(3, 1_000));
    assertThat(scan.matches()).isEmpty();
    scan.append(plan.substring(0, plan.length() / 2));
    assertThat(scan.matches()).singleElement().extracting(Match::document).isEqualTo("plan");
    assertThat(scan.matches().get(0).share()).isBetween(0.45, 0.55);
  }

  @Test
  void a_print_of_two_documents_counts_for_both() {
    String common = words(1, 200);
    DocumentPrints prints =
        DocumentPrints.builder(KEY)
            .add("first", common + words(2, 100))
            .add("second", words(3, 100) + common)
            .build();
    DocumentPrints.Scan scan = prints.scan();
    scan.append(common);
    assertThat(scan.matches()).extracting(Match::document).containsExactly("first", "second");
  }

  @Test
  void less_than_the_share_is_no_match() {
    String plan = words(1, 2_000);
    DocumentPrints prints = DocumentPrints.builder(KEY).share(0.5).add("plan", plan).build();
    DocumentPrints.Scan scan = prints.scan();
    scan.append(plan.substring(0, plan.length() / 4));
    assertThat(scan.matches()).isEmpty();
  }

  @Test
  void one_print_is_kept_for_about_each_half_window() {
    DocumentPrints.Builder builder = DocumentPrints.builder(KEY);
    String plan = words(1, 10_000);
    DocumentPrints.Scan scan = builder.add("plan", plan).build().scan();
    scan.append(plan);
    int letters = plan.replace(" ", "").length();
    assertThat(scan.matches().get(0).prints())
        .isBetween(letters / DocumentPrints.WINDOW, 3 * letters / DocumentPrints.WINDOW);
  }

  @Test
  void what_makes_no_print_is_refused() {
    DocumentPrints.Builder builder = DocumentPrints.builder(KEY);
    assertThatThrownBy(() -> builder.add("memo", "a b ".repeat(19)))
        .hasMessage(
            "document `memo` is too short; add documents of at least 40 letters and digits");
    assertThatThrownBy(() -> builder.grams(7, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.grams(8, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.share(0)).isInstanceOf(IllegalArgumentException.class);
    builder.add("plan", words(1, 100));
    assertThatThrownBy(() -> builder.grams(8, 8)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void it_shows_nothing_of_its_documents() {
    assertThat(DocumentPrints.builder(KEY).add("memo", words(1, 99)).build())
        .hasToString("DocumentPrints[1 documents]");
  }

  private static String words(long seed, int count) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(Integer.toString(random.nextInt(36 * 36 * 36), 36)).append(' ');
    }
    return text.toString();
  }
}
