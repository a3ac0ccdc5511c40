package io.egressrules.dlp.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DocumentPrintsProperties {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final RollingHash ROLLING = new RollingHash(Keyed.of(KEY, "test"));

  @Property
  void a_shared_run_long_enough_is_always_noticed(
      @ForAll("letters") String document,
      @ForAll("letters") String before,
      @ForAll("letters") String after,
      @ForAll @IntRange(min = 8, max = 12) int gram,
      @ForAll @IntRange(min = 1, max = 9) int window,
      @ForAll Random random) {
    DocumentPrints prints =
        DocumentPrints.builder(KEY)
            .grams(gram, window)
            .share(1e-9)
            .add("plan", Scattered.of(document, random, 2))
            .build();
    int start = random.nextInt(document.length() - prints.noticed() + 1);
    String shared = document.substring(start, start + prints.noticed());

    DocumentPrints.Scan scan = prints.scan();
    scan.append(before);
    scan.append(Scattered.of(shared, random, 40));
    scan.append(after);
    assertThat(scan.matches()).extracting(DocumentPrints.Match::document).containsExactly("plan");
  }

  @Property
  void winnowing_selects_the_rightmost_least_of_each_window(
      @ForAll("letters") String text,
      @ForAll @IntRange(min = 1, max = 12) int gram,
      @ForAll @IntRange(min = 1, max = 9) int window) {
    List<Long> selected = new ArrayList<>();
    new FoldedText(new Winnower(ROLLING, gram, window, selected::add)).append(text);
    assertThat(selected).isEqualTo(slowly(text, gram, window));
  }

  private static List<Long> slowly(String text, int gram, int window) {
    List<Long> hashes = new ArrayList<>();
    for (int i = 0; i + gram <= text.length(); i++) {
      hashes.add(ROLLING.spread(ROLLING.of(Letters.of(text.substring(i, i + gram)))));
    }
    TreeSet<Integer> places = new TreeSet<>();
    for (int i = 0; i + window <= hashes.size(); i++) {
      int least = i;
      for (int j = i; j < i + window; j++) {
        least = hashes.get(j) <= hashes.get(least) ? j : least;
      }
      places.add(least);
    }
    return places.stream().map(hashes::get).toList();
  }

  @Property
  void a_text_holds_the_whole_of_itself_however_it_is_cut(
      @ForAll("letters") String document, @ForAll int cut) {
    DocumentPrints prints = DocumentPrints.builder(KEY).share(1).add("plan", document).build();
    int at = Math.floorMod(cut, document.length());
    DocumentPrints.Scan scan = prints.scan();
    scan.append(document.substring(0, at));
    scan.append(document.substring(at));
    assertThat(scan.matches()).hasSize(1);
    assertThat(scan.matches().get(0).share()).isEqualTo(1);
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(60).ofMaxLength(300),
        Arbitraries.strings().withChars("ab").ofMinLength(60).ofMaxLength(300));
  }
}
