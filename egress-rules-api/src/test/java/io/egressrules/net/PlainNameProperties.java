package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The naive twin reads every name label by label. */
class PlainNameProperties {
  private static final String ODD = ".-.-_09azAZ`{/:?#@[%\\ \u0000\u007f\u00e9\u012e\u0161\uff0e";
  private static final List<String> BEHIND =
      List.of("", "/", "/v1/orders", ":8443/v1/orders", "?query-string", "#fragment", "@example/");

  /** All that is noted about a host. */
  private record Noted(
      int end,
      GateRule refusal,
      int offset,
      String host,
      boolean address,
      int traits,
      boolean canonical,
      List<Long> words) {}

  private static Noted noted(int end, UrlParts parts) {
    if (end == UrlParts.REFUSED) {
      return new Noted(end, parts.refusal(), parts.refusalOffset(), "", false, 0, false, List.of());
    }
    NameWords words = parts.hostWords();
    return new Noted(
        end,
        null,
        UrlParts.ABSENT,
        parts.text().substring(parts.hostStart(), parts.hostEnd()),
        parts.isIpAddress(),
        parts.traits(),
        parts.isHostCanonical(),
        parts.isIpAddress()
            ? List.of()
            : IntStream.rangeClosed(0, words.length()).mapToObj(words::word).toList());
  }

  private static UrlParts parts(String text) {
    UrlParts parts = new UrlParts();
    parts.hostWords.read("what.was.read.before", 0, 20);
    parts.text = text;
    return parts;
  }

  private static void compareWithTwin(String text, int from) {
    UrlParts parts = parts(text);
    UrlParts twin = parts(text);
    assertThat(noted(AuthorityScan.name(text, from, parts), parts))
        .as("%s from %d", text, from)
        .isEqualTo(noted(AuthorityScan.labels(text, from, twin), twin));
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int left = random.nextInt(random.nextInt(4) == 0 ? 270 : 40); left > 0; left--) {
      name.append(random.nextInt(6) == 0 ? '.' : (char) ('a' + random.nextInt(26)));
    }
    for (int left = name.length() == 0 ? 0 : random.nextInt(3); left > 0; left--) {
      name.setCharAt(random.nextInt(name.length()), ODD.charAt(random.nextInt(ODD.length())));
    }
    return name.toString();
  }

  @Property(tries = 20_000)
  void aNameIsReadAsLabelByLabel(@ForAll Random random) {
    String before = "https://".substring(random.nextInt(9));
    String behind = BEHIND.get(random.nextInt(BEHIND.size()));
    compareWithTwin(before + name(random) + behind, before.length());
  }

  @Example
  void everyCharacterCountsAtEveryPlace() {
    String name = "abc.defgh.ijklmn.op";
    for (int place = 0; place < name.length(); place++) {
      for (char c = 0; c < 0x180; c++) {
        compareWithTwin(name.substring(0, place) + c + name.substring(place + 1) + "/orders/1", 0);
      }
    }
  }

  @Example
  void namesOfAllLengthsEndWhereTheyEnd() {
    for (int length = 0; length < 80; length++) {
      for (String behind : BEHIND) {
        compareWithTwin("a".repeat(length) + behind, 0);
        compareWithTwin("a".repeat(length / 2) + "." + "b".repeat(length / 2) + behind, 0);
        compareWithTwin("a".repeat(length) + "-.b" + behind, 0);
        compareWithTwin("a".repeat(length) + "." + behind, 0);
      }
    }
  }

  @Example
  void aPlainNameIsReadInWords() {
    String url = "https://v2.eu-west.partner.example/v1/orders";
    assertThat(PlainName.read(url, 8, new NameWords(DomainName.MAX_LENGTH))).isEqualTo(34);
  }
}
