package io.egressrules.dlp.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExactDataProperties {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  record Span(long start, long end) {}

  @Property
  void a_value_is_found_whatever_its_case_and_separators(
      @ForAll("values") String value, @ForAll Random random) {
    String before = "see customer" + Scattered.separators(random, 1 + random.nextInt(3));
    String written = Scattered.of(value, random, ExactData.GAP);
    String after = Scattered.separators(random, random.nextInt(3));
    ExactData data = ExactData.builder(KEY).add(Scattered.of(value, random, 3)).build();

    assertThat(found(data, List.of(before + written + after)))
        .contains(new Span(before.length(), before.length() + written.length()));
  }

  @Property
  void how_a_text_is_cut_into_pieces_does_not_matter(
      @ForAll("texts") String text, @ForAll("shortValues") List<String> values, @ForAll int cut) {
    ExactData data = data(values);
    int at = Math.floorMod(cut, text.length() + 1);
    assertThat(found(data, List.of(text.substring(0, at), text.substring(at))))
        .isEqualTo(found(data, List.of(text)));
  }

  @Property
  void it_finds_what_trying_every_run_of_words_finds(
      @ForAll("texts") String text, @ForAll("shortValues") List<String> values) {
    assertThat(found(data(values), List.of(text)))
        .containsExactlyInAnyOrderElementsOf(slowly(text, Set.copyOf(values)));
  }

  /** Every run that begins and ends a word, without its separators, if none is too wide. */
  private static List<Span> slowly(String text, Set<String> values) {
    List<Span> found = new ArrayList<>();
    for (int start = 0; start < text.length(); start++) {
      for (int end = start + 1; end <= text.length(); end++) {
        String run = text.substring(start, end);
        boolean words =
            isLetter(text, start)
                && isLetter(text, end - 1)
                && !isLetter(text, start - 1)
                && !isLetter(text, end);
        if (words
            && !run.contains("-".repeat(ExactData.GAP + 1))
            && values.contains(run.replace("-", ""))) {
          found.add(new Span(start, end));
        }
      }
    }
    return found;
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) != '-';
  }

  private static ExactData data(List<String> values) {
    ExactData.Builder builder = ExactData.builder(KEY);
    new LinkedHashSet<>(values).forEach(builder::add);
    return builder.build();
  }

  private static List<Span> found(ExactData data, List<String> pieces) {
    List<Span> found = new ArrayList<>();
    ExactData.Scan scan = data.scan((start, end) -> found.add(new Span(start, end)));
    pieces.forEach(scan::append);
    scan.end();
    return found;
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings()
        .withChars("abcdefghijklmnopqrstuvwxyz0123456789\u00e4\u00f8\u0436\u4e2d")
        .ofMinLength(ExactData.LEAST)
        .ofMaxLength(ExactData.MOST);
  }

  @Provide
  Arbitrary<List<String>> shortValues() {
    return Arbitraries.strings()
        .withChars("ab")
        .ofMinLength(ExactData.LEAST)
        .ofMaxLength(8)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, Arbitraries.strings().withChars("ab").ofLength(1)),
            net.jqwik.api.Tuple.of(3, Arbitraries.just("-")),
            net.jqwik.api.Tuple.of(
                1, Arbitraries.strings().withChars("-").ofMinLength(7).ofMaxLength(11)))
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }
}
