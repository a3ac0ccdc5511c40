package io.egressrules.examples.corpus.leak;

import com.fasterxml.jackson.databind.JsonNode;
import io.egressrules.dlp.Catalogue;
import io.egressrules.dlp.detector.Candidate;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.examples.corpus.Lines;
import io.egressrules.examples.corpus.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that have the right check digits, or have not. */
final class ValidatorPairs {
  /** Pairs without a recognizer are of Aadhaar. */
  private static final Map<String, String> DETECTORS =
      Map.ofEntries(
          Map.entry("null", "in-aadhaar"),
          Map.entry("DeBsnrRecognizer", "de-practice"),
          Map.entry("DeHealthInsuranceRecognizer", "de-health-insurance"),
          Map.entry("DeIdCardRecognizer", "de-id-card"),
          Map.entry("DeLanrRecognizer", "de-doctor"),
          Map.entry("DePassportRecognizer", "de-passport"),
          Map.entry("DeSocialSecurityRecognizer", "de-pension-insurance"),
          Map.entry("DeTaxIdRecognizer", "de-tax-id"),
          Map.entry("DeVatIdRecognizer", "de-vat-id"),
          Map.entry("InGstinRecognizer", "in-gstin"),
          Map.entry("PlPeselRecognizer", "pl-pesel"),
          Map.entry("ZaIdNumberRecognizer", "za-identity"));

  private ValidatorPairs() {}

  static List<Outcome> run(Path file) throws IOException {
    List<String> wrong = new ArrayList<>();
    int pairs = 0;
    for (JsonNode line : Lines.read(file)) {
      if (!line.path("valid").isNull()) {
        pairs++;
        String value = line.path("value").asText();
        if (accepts(detector(line), value) != line.get("valid").asBoolean()) {
          wrong.add(line.path("test").asText() + " " + value);
        }
      }
    }
    return List.of(
        Bar.atMost("validators", "wrong", wrong.size(), 0, wrong)
            .note(String.format(Locale.ROOT, "%d pairs", pairs)));
  }

  /** The number inside an Indian tax number is of a form of its own, here of any holder. */
  private static String detector(JsonNode line) {
    return line.path("test").asText().contains("pan_format")
        ? "in-pan-other"
        : DETECTORS.getOrDefault(line.path("recognizer").asText(), "");
  }

  /** Whether a detector takes a number that stands alone for one of its own. */
  private static boolean accepts(String id, String value) {
    Detector detector = Catalogue.STANDARD.detector(id).orElseThrow();
    String name = detector.contextWords().stream().findFirst().orElse("");
    return detector.patterns().stream().anyMatch(pattern -> isOfForm(pattern, value))
        && detector.judge(new Candidate("", value, value, "", name)).isPresent();
  }

  private static boolean isOfForm(String pattern, String value) {
    Matcher matcher = Pattern.compile(pattern).matcher(value);
    return matcher.find() && matcher.end() == value.length();
  }
}
