package io.egressrules.dlp.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The marks of a text are those of a slow look at it, however the text comes in. */
class MarksProperties {
  private static final int LENGTH = 1 << 10;

  /** What ends with the last byte of each kind of mark. */
  private static final Map<Integer, String> ENDINGS =
      Map.of(
          Marks.NUL, "(?s).*\\x00",
          Marks.EQUALS, "(?s).*=",
          Marks.BASE64, "(?s).*[A-Za-z0-9+/_-]{16}",
          Marks.BASE32, "(?s).*([A-Z2-7]{16}|[a-z2-7]{16})",
          Marks.HEX, "(?s).*[A-Fa-f0-9]{16}",
          Marks.GROUPS, "(?s).*[A-Fa-f0-9x,: ;_.|-]{16}");

  private static byte[] text(Random random) {
    String[] alphabets = {"ABCDEF234567", "abcdef0123", "0123 ,:x", "Zz+/-_", "\0=~\n\u00ff"};
    StringBuilder text = new StringBuilder();
    while (text.length() < LENGTH) {
      String alphabet = alphabets[random.nextInt(alphabets.length)];
      for (int left = random.nextInt(random.nextInt(5) == 0 ? 200 : 24); left >= 0; left--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
    }
    return text.substring(0, LENGTH).getBytes(ISO_8859_1);
  }

  private static Marks marks(byte[] text, Random random) {
    Marks marks = new Marks();
    int most = 1 + random.nextInt(300);
    for (int at = 0; at < text.length; ) {
      int to = Math.min(text.length, at + 1 + random.nextInt(most));
      marks.read(text, at, to);
      at = to;
    }
    return marks;
  }

  /** Whether a byte from one index to before another ends what a mark stands for. */
  private static boolean isMarked(byte[] text, int from, int to, int mark) {
    for (int end = from + 1; end <= to; end++) {
      int start = Math.max(0, end - Marks.RUN);
      String before = new String(text, start, end - start, ISO_8859_1);
      if (before.matches(ENDINGS.get(mark))) {
        return true;
      }
    }
    return false;
  }

  @Property(tries = 100)
  void aStretchHasAMarkIfOneOfItsBytesEndsWhatTheMarkStandsFor(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] text = text(random);
    Marks marks = marks(text, random);
    for (int mark : ENDINGS.keySet()) {
      for (int from = 0; from < LENGTH; from += Marks.STRETCH) {
        int to = from + Marks.STRETCH;
        assertThat(marks.stretch(from, to, mark) == from)
            .as("mark %s at %s", mark, from)
            .isEqualTo(isMarked(text, from, to, mark));
      }
    }
  }

  @Property(tries = 100)
  void whatIsForgottenLeavesTheRestAsItWas(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] text = text(random);
    Marks marks = marks(text, random);
    Marks moved = marks(text, new Random(seed));
    int gone = random.nextInt(LENGTH / Marks.STRETCH) * Marks.STRETCH;
    moved.forget(gone);
    for (int mark : ENDINGS.keySet()) {
      int from = gone + random.nextInt(LENGTH - gone);
      assertThat(gone + moved.stretch(from - gone, LENGTH - gone, mark))
          .isEqualTo(marks.stretch(from, LENGTH, mark));
    }
  }
}
