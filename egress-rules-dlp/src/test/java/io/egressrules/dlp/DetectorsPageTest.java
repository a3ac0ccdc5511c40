package io.egressrules.dlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.dlp.decode.Obstacle;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DetectorsPageTest {

  @Test
  void the_page_lists_the_detectors_that_there_are() throws IOException {
    assertThat(DetectorsPage.read())
        .as("DETECTORS.md; write it anew with DetectorsPage.main")
        .isEqualTo(DetectorsPage.written());
  }

  @Test
  void the_page_names_every_finding_that_is_of_no_detector() throws IOException {
    String page = DetectorsPage.read();
    assertThat(page).contains("`budget-exhausted`");
    for (Obstacle obstacle : Obstacle.values()) {
      assertThat(page).contains("`unreadable-" + obstacle.name().toLowerCase(Locale.ROOT) + "`");
    }
  }
}
