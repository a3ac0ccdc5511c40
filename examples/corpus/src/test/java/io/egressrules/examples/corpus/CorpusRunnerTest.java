package io.egressrules.examples.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusRunnerTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private boolean run(int examples) throws IOException {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new CorpusRunner(examples).run(directory, directory.resolve("out/report.json"), out);
  }

  private void write(String file, String... lines) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, String.join("\n", lines));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void absentPartsAreNamedAndSkipped() throws IOException {
    assertThat(run(0)).isTrue();
    assertThat(printed().lines())
        .containsExactly(
            "decisions.*.jsonl: absent, skipped",
            "host-table.*.jsonl: absent, skipped",
            "conformance/*.jsonl: absent, skipped",
            "conformance/iana-special-purpose.jsonl: absent, skipped",
            "lists/misp-*.json, lists/opendns-*.txt: absent, skipped",
            "dlp/cases.*.jsonl, dlp/validators.jsonl, dlp/*.txt: absent, skipped");
    assertThat(directory.resolve("out/report.json")).exists();
  }

  @Test
  void anAbsentDirectoryIsASuccessOfNothing() throws IOException {
    directory = directory.resolve("none");
    assertThat(run(0)).isTrue();
    assertThat(printed()).contains("name one with -Degress.corpora=DIR");
  }

  @Test
  void eachFormatIsReadAndTheRefusalsOfValidInputsCountedByRule() throws IOException {
    write(
        "conformance/wpt-toascii.mine.jsonl",
        "{\"input\": \"ö.example\", \"output\": \"xn--nda.example\", \"expected\": \"valid\"}",
        "{\"input\": \"ö。example\", \"output\": \"xn--nda.example\", \"expected\": \"valid\"}",
        "{\"input\": \"-a.example\", \"output\": \"-a.example\", \"expected\": \"valid\"}",
        "{\"input\": \"\\ufffd.example\", \"output\": null, \"expected\": \"invalid\"}");
    assertThat(run(1)).isTrue();
    assertThat(printed())
        .contains(
            "conformance/wpt-toascii.mine.jsonl: 4 inputs, 1 exact, 1 refused as listed,"
                + " 2 refused though valid {rule 1: 1, rule 5: 1}, 0 accepted though invalid,"
                + " 0 other host\n"
                + "  rule 1: \\u00f6\\u3002example: HOST_UNICODE\n"
                + "  rule 5: -a.example: HOST_LABEL");
  }

  @Test
  void whatIsFoundInTextsIsHeldAgainstItsBars() throws IOException {
    write(
        "dlp/cases.mine.jsonl",
        secret("gitleaks/x rules", "aws-access-token", true, "key AKIAQYLPMN5HHHFPZAM2"),
        secret("gitleaks/x rules", "aws-access-token", false, "nothing"),
        secret("Yelp/detect-secrets@x", "detect-secrets/jwt", true, "nothing either"));
    write(
        "dlp/validators.jsonl",
        "{\"recognizer\": \"PlPeselRecognizer\", \"value\": \"44051401359\", \"valid\": true}");
    write("dlp/clean.txt", "nothing at all");
    assertThat(run(0)).isFalse();
    assertThat(printed())
        .contains("dlp/gitleaks positives: macro recall 1.000 (at least 0.980: holds)")
        .contains("dlp/gitleaks negatives: flagged by the same detector 0.000")
        .contains("dlp/detect-secrets: recall 0.000 (at least 0.600: MISSED)")
        .contains("dlp/clean.txt: findings a megabyte 0.000 (at most 0.100: holds)")
        .contains("dlp/encoded as base64 twice: recall 1.000 (at least 0.950: holds)")
        .contains("dlp/validators: wrong 0.000 (at most 0.000: holds) · 1 pairs")
        .contains("dlp/pieces: sizes with other findings 0.000");
  }

  private static String secret(String source, String rule, boolean expected, String text) {
    return """
        {"id": "1", "source": "%s", "rule": "%s", "expected": %s, "text": "%s"}"""
        .formatted(source, rule, expected, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wpt-urltestdata | {'input': 'http://ö.example/', 'expected': 'valid', 'hostname': 'xn--nda.example'}",
        "wpt-urltestdata | {'input': 'http://a.example', 'base': 'http://[::', 'expected': 'invalid'}",
        "wpt-idnatestv2 | {'input': 'xn--nda', 'output': 'xn--nda', 'expected': 'valid'}",
        "unicode-idnatestv2 | {'input': 'ö.', 'to_ascii_nontransitional': 'xn--nda.', 'status': '[A4_2]'}",
        "unicode-idnatestv2 | {'input': 'xn--a', 'to_ascii_nontransitional': 'xn--a', 'status': '[V7]'}",
        "wpt-verifydnslength | {'input': 'http://a.example./', 'raw': {'failure': false}}",
        "psl | {'input': 'www.a.co.uk', 'registrable_domain': 'a.co.uk'}",
        "psl | {'input': 'co.uk', 'registrable_domain': null}",
        "rfc5952-text | {'input': '2001:DB8:0:0::1', 'rfc5952': '2001:db8::1'}",
        "a-new-one | {}",
      })
  void whatIsAsListedPasses(String format, String line) throws IOException {
    write("conformance/" + format + ".mine.jsonl", line.replace('\'', '"'));
    assertThat(run(0)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wpt-urltestdata | {'input': 'http://a.example/', 'expected': 'valid', 'hostname': 'b.example'}",
        "wpt-urltestdata | {'input': 'http://a.example/', 'expected': 'invalid'}",
        "wpt-toascii | {'input': 'ö', 'output': 'o', 'expected': 'valid'}",
        "unicode-idnatestv2 | {'input': 'ö', 'to_ascii_nontransitional': 'xn--nda', 'status': '[V6]'}",
        "wpt-verifydnslength | {'input': 'http://a.example/', 'raw': {'failure': true}}",
        "psl | {'input': 'a.example.com', 'registrable_domain': null}",
        "rfc5952-text | {'input': '2001:DB8::1', 'rfc5952': '2001:db8:0::1'}",
      })
  void whatIsNotAsListedFails(String format, String line) throws IOException {
    write("conformance/" + format + ".mine.jsonl", line.replace('\'', '"'));
    assertThat(run(0)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | {'url': 'http://a.example', 'connectable_hosts': {'a.example': ['x', 'y']}}",
        "true  | {'url': 'http://[::ffff:192.0.2.1]/', 'connectable_hosts': {'192.0.2.1': ['x']}}",
        "true  | {'url': 'http://a\\\\\\\\b', 'connectable_hosts': {'a': ['x'], 'b': ['y']}}",
        "true  | {'url': 'http://ö/', 'whatwg': 'xn--nda', 'connectable_hosts': {'ö': ['x']}}",
        "false | {'url': 'http://a.example', 'connectable_hosts': {'a.example': ['x'], 'b': ['y']}}",
      })
  void whatTheGateAdmitsEveryParserReadsAlike(boolean holds, String line) throws IOException {
    write("host-table.mine.jsonl", line.replace('\'', '"'));
    assertThat(run(0)).isEqualTo(holds);
  }

  @Test
  void ordinaryUrlsOfEveryNameAreAskedFor() throws IOException {
    write("lists/opendns-mine.txt", "a.example", "_b.c_d.example", "e-f.example");
    write("lists/misp-mine.json", "{\"list\": [\"xn--nda.example\", \"not a name\"]}");
    assertThat(run(0)).isFalse();
    assertThat(printed())
        .contains("lists/opendns-mine.txt: 3 names, 6 ordinary urls, 0 refused")
        .contains("lists/misp-mine.json: 2 names, 4 ordinary urls, 2 refused");
  }

  @Test
  void aDecisionThatMustNotBeDeniedFails() throws IOException {
    write(
        "decisions.mine.jsonl",
        "{\"kind\": \"url\", \"input\": \"http://b.example/\", \"policy\": \"allow:a.example\","
            + " \"acceptable\": [\"allow\"], \"level\": \"must\"}");
    assertThat(run(0)).isFalse();
    assertThat(printed()).contains("1 cases, 0 ok, 0 unsafe, 0 wrong-host, 1 over-block {must=1}");
  }
}
