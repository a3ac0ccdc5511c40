package io.egressrules.engine.author.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.engine.author.text.Problems;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFileTest {
  @TempDir private Path directory;

  @Test
  void a_million_entries_are_read_in_the_order_of_the_file() throws IOException {
    ListFile<DomainPattern> list = ListFile.ofHosts("list.txt");
    assertThat(list.read(million(""), lines -> {}).list()).isEmpty();
    assertThat(list.values()).hasSize(1_000_000);
    assertThat(list.values().get(999_999)).isEqualTo(DomainPattern.parse("h999999.block.example"));
  }

  @Test
  void one_wrong_entry_among_a_million_is_told_with_its_place() throws IOException {
    ListFile<DomainPattern> list = ListFile.ofHosts("list.txt");
    List<Problem> problems = list.read(million("bad..example\n"), lines -> {}).list();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).location()).hasToString("list.txt:500001:1");
  }

  private Path million(String inTheMiddle) throws IOException {
    Path file = directory.resolve("million.txt");
    try (Writer out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < 1_000_000; i++) {
        out.write((i == 500_000 ? inTheMiddle : "") + "h" + i + ".block.example\n");
      }
    }
    return file;
  }

  @Test
  void of_many_wrong_lines_fifty_are_shown_and_the_rest_is_counted() throws IOException {
    List<Problem> problems = hosts("-\n".repeat(1234)).list();
    assertThat(problems).hasSize(51);
    assertThat(problems.get(50).message()).startsWith("1184 more problems");
  }

  @Test
  void line_ends_of_every_kind_and_blanks_mean_nothing() throws IOException {
    ListFile<DomainPattern> list = ListFile.ofHosts("list.txt");
    assertThat(
            list.read(
                    file("a.example\r\n\r\n\t b.example \t\n#c\n;d\n e.example # f\n.g.example"),
                    lines -> {})
                .list())
        .isEmpty();
    assertThat(list.values())
        .extracting(DomainPattern::toString)
        .containsExactly("a.example", "b.example", "e.example", ".g.example");
  }

  @Test
  void a_number_sign_inside_a_word_begins_no_comment() throws IOException {
    assertThat(hosts("a.example#b\n").list()).hasSize(1);
  }

  @Test
  void the_place_counts_characters_not_bytes() throws IOException {
    assertThat(hosts("0.0.0.0 ümlaut.example bad..example\n").list().get(0).location())
        .hasToString("list.txt:1:24");
  }

  @Test
  void bytes_that_are_no_utf8_are_told_with_their_line() throws IOException {
    Path file =
        Files.write(
            directory.resolve("latin1.txt"),
            new byte[] {'a', '.', 'b', '\n', 'b', (byte) 0xFC, '.', 'c', '\n'});
    List<Problem> problems = ListFile.ofHosts("list.txt").read(file, lines -> {}).list();
    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "list.txt:2:1: error: the line is not utf-8; save the file as utf-8 [malformed-utf8]");
  }

  @Test
  void a_byte_order_mark_is_told_as_one() throws IOException {
    assertThat(hosts("\ufeffa.example\n").list().get(0).message()).contains("byte order mark");
  }

  @Test
  void a_line_of_any_length_is_refused_without_being_held() throws IOException {
    List<Problem> problems = hosts("a".repeat(5_000_000) + "\nb.example\n-\n").list();
    assertThat(problems).extracting(problem -> problem.location().line()).containsExactly(1, 3);
  }

  @Test
  void a_file_beyond_the_bound_is_not_read() throws IOException {
    Path file = directory.resolve("large.txt");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(ListFile.MAX_BYTES + 1);
    }
    assertThat(ListFile.ofCidrs("list.txt").read(file, lines -> {}).list())
        .extracting(Problem::code)
        .containsExactly("too-large");
  }

  @Test
  void a_list_without_entries_may_be_a_download_that_failed() throws IOException {
    assertThat(hosts("# nothing\n127.0.0.1 localhost\n").list())
        .extracting(Problem::code)
        .containsExactly("empty-text");
    assertThat(hosts("").list()).extracting(Problem::code).containsExactly("empty-text");
  }

  private Problems hosts(String text) throws IOException {
    return ListFile.ofHosts("list.txt").read(file(text), lines -> {});
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("list.txt"), text);
  }
}
