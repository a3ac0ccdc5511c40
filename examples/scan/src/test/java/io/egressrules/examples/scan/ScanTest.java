package io.egressrules.examples.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {
  private static final String SECRET = "0123456789abcdef";
  private static final String KEY = "acme_" + SECRET;
  private static final String CARD = "4111111111111111";
  private static final String POLICY =
      """
      version: 1
      policy: scanned
      detectors:
        acme-key: {patterns: ['\\bacme_[0-9a-f]{16}\\b']}
        acme-word: {patterns: ['sesame-[a-z]{4}'], confidence: possible}
      profiles:
        outbound: {detectors: [acme-key, payment-card], actions: {payment-card: redact}}
        words: {detectors: [own], confidence: possible}
      """;

  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path policy = Path.of("");

  @BeforeEach
  void writePolicy() throws IOException {
    policy = Files.createDirectory(directory.resolve("etc")).resolve("policy.yaml");
    Files.writeString(policy, POLICY);
    Files.createDirectory(root());
  }

  @AfterEach
  void no_value_is_in_any_output() {
    assertThat(out() + err()).doesNotContain(SECRET, CARD, "sesame-abcd");
  }

  private Path root() {
    return directory.resolve("files");
  }

  private Path write(String name, String text) throws IOException {
    Path file = root().resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** By the profile that all but a few tests use: it is small. */
  private int scan(Object... more) {
    List<Object> args = new ArrayList<>(List.of("--profile", "outbound"));
    args.addAll(List.of(more));
    return scanByPolicy(args.toArray());
  }

  private int scanByPolicy(Object... more) {
    List<String> args = new ArrayList<>(List.of("--policy", policy.toString()));
    for (Object word : more) {
      args.add(word.toString());
    }
    return run(args.toArray(String[]::new));
  }

  private int run(String... args) {
    return Scan.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private String err() {
    return err.toString(UTF_8);
  }

  @Test
  void where_nothing_is_nothing_is_told() throws IOException {
    write("a.txt", "nothing of interest");
    assertThat(scan(root())).isZero();
    assertThat(out() + err()).isEmpty();
  }

  @Test
  void text_tells_file_line_and_column_of_each_finding_in_the_order_of_names() throws IOException {
    write("b/card.txt", "pay with card " + CARD + "\n");
    write("a.txt", "one\n\ntwo µ " + KEY + " and " + KEY + "\n");
    assertThat(scan(root())).isEqualTo(Scan.FOUND);
    assertThat(out().lines())
        .containsExactly(
            root() + "/a.txt:3:7: acme-key likely … (21 characters)",
            root() + "/a.txt:3:33: acme-key likely … (21 characters)",
            root() + "/b/card.txt:1:15: payment-card very-likely … (16 characters)");
    assertThat(err()).isEmpty();
  }

  @Test
  void json_tells_each_finding_on_a_line() throws IOException {
    Path file = write("a \"b\".txt", "key:\n" + KEY);
    assertThat(scan("--format", "json", file)).isEqualTo(Scan.FOUND);
    JsonNode told = new ObjectMapper().readTree(out());
    assertThat(told.path("file").asText()).isEqualTo(file.toString());
    assertThat(told.path("line").asInt()).isEqualTo(2);
    assertThat(told.path("column").asInt()).isEqualTo(1);
    assertThat(told.path("start").asInt()).isEqualTo(5);
    assertThat(told.path("end").asInt()).isEqualTo(26);
    assertThat(told.path("detector").asText()).isEqualTo("acme-key");
    assertThat(told.path("confidence").asText()).isEqualTo("likely");
    assertThat(told.path("fingerprint").asText()).matches("[0-9a-f]{32}");
    assertThat(told.path("preview").asText()).isEqualTo("… (21 characters)");
    assertThat(out().lines()).hasSize(1);
  }

  @Test
  void sarif_is_one_log_of_one_run() throws IOException {
    Path file = write("µ 1.txt", "key:\n" + KEY + "\n" + KEY);
    assertThat(scan("--format", "sarif", file)).isEqualTo(Scan.FOUND);
    JsonNode log = new ObjectMapper().readTree(out());
    assertThat(log.path("version").asText()).isEqualTo("2.1.0");
    assertThat(log.path("$schema").asText()).endsWith("sarif-schema-2.1.0.json");
    assertThat(log.path("runs")).hasSize(1);
    JsonNode run = log.path("runs").path(0);
    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("egress-rules scan");
    assertThat(run.at("/tool/driver/rules").findValuesAsText("id")).containsExactly("acme-key");
    assertThat(run.at("/invocations/0/exitCode").asInt()).isEqualTo(Scan.FOUND);
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    assertThat(run.path("results")).hasSize(2);
    JsonNode result = run.at("/results/1");
    assertThat(result.path("ruleId").asText()).isEqualTo("acme-key");
    assertThat(result.path("level").asText()).isEqualTo("warning");
    assertThat(result.at("/message/text").asText()).isEqualTo("acme-key … (21 characters)");
    assertThat(result.at("/partialFingerprints/value~1v1").asText()).matches("[0-9a-f]{32}");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo(file.toUri().toString());
    assertThat(place.path("region").toString())
        .isEqualTo(
            "{\"startLine\":3,\"startColumn\":1,\"endLine\":3,\"endColumn\":22,"
                + "\"byteOffset\":27,\"byteLength\":21}");
  }

  @Test
  void sarif_without_findings_is_a_log_all_the_same() throws IOException {
    assertThat(scan("--format", "sarif", root())).isZero();
    JsonNode run = new ObjectMapper().readTree(out()).at("/runs/0");
    assertThat(run.path("results").isArray()).isTrue();
    assertThat(run.path("results")).isEmpty();
  }

  @Test
  void with_one_key_fingerprints_are_the_same_in_two_runs() throws IOException {
    Path key = Files.writeString(directory.resolve("key"), "sixteen bytes or more");
    write("a.txt", KEY);
    scan("--format", "json", "--key", key, root());
    String first = out();
    out.reset();
    scan("--format", "json", "--key", key, root());
    assertThat(out()).isEqualTo(first);
  }

  @Test
  void a_value_is_found_wherever_chunks_end() throws IOException {
    for (int cut = 0; cut <= KEY.length(); cut++) {
      out.reset();
      int before = FileInspection.CHUNK - cut;
      write("a.txt", "x".repeat(before - 1) + " " + KEY + " " + "x".repeat(1_000));
      assertThat(scan(root())).isEqualTo(Scan.FOUND);
      assertThat(out()).contains(":1:" + (before + 1) + ": acme-key");
    }
  }

  @Test
  void what_is_inside_a_gzip_file_is_found_and_what_is_in_other_bytes_too() throws IOException {
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(root().resolve("log.gz")))) {
      gzip.write(("the key is " + KEY).getBytes(UTF_8));
    }
    byte[] bytes = new byte[3_000];
    System.arraycopy((" " + KEY + " ").getBytes(UTF_8), 0, bytes, 2_000, KEY.length() + 2);
    Files.write(root().resolve("raw.bin"), bytes);
    assertThat(scan(root())).isEqualTo(Scan.FOUND);
    assertThat(out()).contains("log.gz:").contains("raw.bin:1:2002: acme-key");
  }

  @Test
  void a_name_declares_json_and_forms() throws IOException {
    write("a.form", "card=4111+1111+1111+1111");
    write("b.json", "{\"key\": \"acme\\u005f" + SECRET + "\"}");
    scan(root());
    assertThat(out()).contains("a.form:1:6: payment-card").contains("b.json:1:10: acme-key");
  }

  @Test
  void without_a_profile_every_detector_looks() throws IOException {
    write("a.txt", "mail to jane.doe@acme-corp.com\n" + KEY + "\nsesame-abcd");
    scanByPolicy(root());
    assertThat(out()).contains("email-address").contains("acme-key").doesNotContain("acme-word");
    assertThat(run("--profile", "personal-data", root().toString())).isEqualTo(Scan.FOUND);
  }

  @Test
  void confidence_is_the_profiles_unless_told() throws IOException {
    write("a.txt", "sesame-abcd");
    assertThat(scanByPolicy("--profile", "words", root())).isEqualTo(Scan.FOUND);
    assertThat(scanByPolicy("--profile", "words", "--confidence", "very-likely", root())).isZero();
    assertThat(scan("--confidence", "possible", write("b.txt", KEY))).isEqualTo(Scan.FOUND);
  }

  @Test
  void what_is_not_there_is_told_and_the_rest_is_looked_through() throws IOException {
    write("a.txt", KEY);
    Path missing = root().resolve("missing");
    assertThat(scan("--format", "sarif", missing, root())).isEqualTo(Scan.UNREAD);
    assertThat(err()).isEqualTo(missing + " cannot be read: NoSuchFileException\n");
    JsonNode run = new ObjectMapper().readTree(out()).at("/runs/0");
    assertThat(run.path("results")).isNotEmpty();
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean(true)).isFalse();
    assertThat(run.at("/invocations/0/toolExecutionNotifications")).hasSize(1);
  }

  @Test
  void what_may_not_be_read_is_told() throws IOException {
    Path file = write("a.txt", KEY);
    Path below = write("shut/b.txt", KEY).getParent();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(below, PosixFilePermissions.fromString("---------"));
    try {
      Assumptions.assumeFalse(Files.isReadable(file), "whoever runs this may read everything");
      assertThat(scan(root())).isEqualTo(Scan.UNREAD);
      assertThat(err().lines()).hasSize(2).allMatch(line -> line.endsWith("AccessDeniedException"));
    } finally {
      Files.setPosixFilePermissions(below, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void a_part_that_cannot_be_seen_through_is_told() throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write(KEY.getBytes(UTF_8));
    }
    byte[] bytes = archive.toByteArray();
    bytes[6] |= 1; // of the entry's flags, the one that says it is encrypted
    Files.write(root().resolve("a.zip"), bytes);
    assertThat(scan(root())).isEqualTo(Scan.UNREAD);
    assertThat(err())
        .contains("a.zip has a part that was not looked through: unreadable-encrypted");
  }

  @Test
  void links_are_followed_where_they_are_named_and_not_where_they_are_met() throws IOException {
    write("deep/a.txt", KEY);
    Files.createSymbolicLink(root().resolve("deep/loop"), root());
    Files.createSymbolicLink(root().resolve("again.txt"), root().resolve("deep/a.txt"));
    scan(root());
    assertThat(out().lines()).hasSize(1);
    out.reset();
    scan(root().resolve("deep/loop"), root().resolve("again.txt"));
    assertThat(out().lines()).hasSize(2);
  }

  @Test
  void more_findings_than_an_inspection_tells_are_not_passed_over_in_silence() throws IOException {
    write("a.txt", (KEY + "\n").repeat(1_001));
    assertThat(scan(root())).isEqualTo(Scan.UNREAD);
    assertThat(err()).contains("more findings than the 1000 that are told");
  }

  @Test
  void progress_is_told_when_asked() throws IOException {
    write("a.txt", "x".repeat(2_000_000));
    assertThat(scan("--progress", root())).isZero();
    assertThat(err()).contains("1 files, 2.0 MB, ");
    assertThat(out()).isEmpty();
  }

  @Test
  void wrong_arguments_are_told_with_the_usage() {
    assertThat(wrong()).isEqualTo("scan: no file or directory is named");
    assertThat(wrong("--fromat", "json", "x")).isEqualTo("scan: there is no option `--fromat`");
    assertThat(wrong("--format", "xml", "x")).isEqualTo("scan: `--format` cannot be `xml`");
    assertThat(wrong("x", "--profile")).isEqualTo("scan: `--profile` needs a value");
    assertThat(wrong("--profile", "no", "x")).isEqualTo("scan: there is no profile `no`");
    assertThat(wrong("--key", "no/such", "x")).isEqualTo("scan: the key `no/such` cannot be read");
    assertThat(wrong("--key", policy.getParent().toString(), "x")).contains("cannot be read");
  }

  private String wrong(String... args) {
    err.reset();
    assertThat(run(args)).isEqualTo(Scan.WRONG_ARGUMENTS);
    assertThat(err()).contains(Options.USAGE);
    assertThat(out()).isEmpty();
    return err().lines().findFirst().orElseThrow();
  }

  @Test
  void a_wrong_policy_is_told_with_its_place() throws IOException {
    Files.writeString(policy, POLICY.replace("profiles:", "profile:"));
    assertThat(scan(root())).isEqualTo(Scan.WRONG_ARGUMENTS);
    assertThat(err()).contains("policy.yaml:6:1: error: unknown key `profile`");
  }

  @Test
  void a_pattern_that_cannot_be_compiled_is_told() throws IOException {
    Files.writeString(policy, POLICY.replace("\\bacme_", "(acme_"));
    assertThat(scan(root())).isEqualTo(Scan.WRONG_ARGUMENTS);
    assertThat(err()).contains("`(` is never closed");
  }

  @Test
  void a_detector_that_there_is_not_is_told_with_its_profile() throws IOException {
    Files.writeString(policy, POLICY.replace("[acme-key,", "[acme-kay,"));
    assertThat(scan(root())).isEqualTo(Scan.WRONG_ARGUMENTS);
    assertThat(err()).contains("profile `outbound` names a detector `acme-kay`");
  }

  @Test
  void after_two_dashes_everything_is_a_path() {
    assertThat(Options.parse("--progress", "--", "--format").paths())
        .containsExactly(Path.of("--format"));
  }
}
