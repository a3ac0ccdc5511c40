package io.egressrules.dlp.scan;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The definition of what a scan finds: each pattern alone, with RE2/J, over the whole text. Bytes
 * become characters by the decoder of the platform, and U+001A where it knows none.
 */
final class SlowScan {
  private final String text;

  /** Where in the bytes each char of the text begins, and the end. */
  private final int[] places;

  SlowScan(byte[] bytes) {
    StringBuilder chars = new StringBuilder();
    places = new int[bytes.length + 1];
    int at = 0;
    while (at < bytes.length) {
      String character = "\u001a";
      int length = 1;
      for (int n = 1; n <= Math.min(4, bytes.length - at); n++) {
        String one = decoded(Arrays.copyOfRange(bytes, at, at + n));
        if (!one.isEmpty()) {
          character = one;
          length = n;
          break;
        }
      }
      for (int i = 0; i < character.length(); i++) {
        places[chars.length() + i] = at;
      }
      chars.append(character);
      at += length;
    }
    places[chars.length()] = at;
    text = chars.toString();
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  /** All hits, in the order in which a scan gives them. */
  static List<Hit> hits(List<String> patterns, byte[] bytes) {
    SlowScan scan = new SlowScan(bytes);
    List<Hit> hits = new ArrayList<>();
    for (int p = 0; p < patterns.size(); p++) {
      Matcher matcher = Pattern.compile(patterns.get(p)).matcher(scan.text);
      while (matcher.find()) {
        hits.add(scan.hit(p, matcher));
      }
    }
    hits.sort(Comparator.comparingLong(Hit::start).thenComparingInt(Hit::pattern));
    return hits;
  }

  private Hit hit(int pattern, Matcher matcher) {
    int value = 0;
    for (int g = matcher.groupCount(); g > 0; g--) {
      if (matcher.start(g) < matcher.end(g)) {
        value = g;
      }
    }
    return new Hit(
        pattern,
        places[matcher.start()],
        places[matcher.end()],
        places[matcher.start(value)],
        places[matcher.end(value)]);
  }
}
