package io.egressrules.examples.corpus.leak;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.egressrules.Finding;
import io.egressrules.examples.corpus.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All texts in one, given in pieces: what is found must not depend on where they are cut. */
final class Pieces {
  private static final int[] SIZES = {1, 2, 3, 7, 61, 1_000, 8_192};

  /** So little that not all that there may be of findings is found. */
  private static final int MOST = 1 << 16;

  private static final int AVERAGE = 64;

  private Pieces() {}

  static List<Outcome> run(Look look, List<LeakCase> cases) {
    StringBuilder all = new StringBuilder();
    int step = Math.max(1, cases.size() * AVERAGE / MOST);
    for (int i = 0; i < cases.size() && all.length() < MOST; i += step) {
      all.append(cases.get(i).text()).append("\n\n");
    }
    byte[] text = all.toString().getBytes(UTF_8);
    List<Finding> whole = look.at(text, Integer.MAX_VALUE);
    List<String> different = new ArrayList<>();
    for (int size : SIZES) {
      if (!look.at(text, size).equals(whole)) {
        different.add("pieces of " + size + " bytes");
      }
    }
    return List.of(
        Bar.atMost("pieces", "sizes with other findings", different.size(), 0, different)
            .note(
                String.format(
                    Locale.ROOT,
                    "%d sizes, %d bytes, %d findings",
                    SIZES.length,
                    text.length,
                    whole.size())));
  }
}
