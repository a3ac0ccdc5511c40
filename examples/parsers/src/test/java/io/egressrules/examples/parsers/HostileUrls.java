package io.egressrules.examples.parsers;

import java.util.List;
import java.util.Random;

/**
 * URLs of the pieces that readers trip over: half of them in no order, half behind an authority
 * that looks well.
 */
final class HostileUrls {
  private static final List<String> SCHEMES =
      List.of("http://", "https://", "HTTPS://", "hTTp://", "http:", "http:/", "http:\\\\");
  private static final List<String> HOSTS =
      List.of(
          "allowed.example",
          "Allowed.EXAMPLE.",
          "a_b.example",
          "-a.example",
          "x.1example",
          "xn--mnchen-3ya.example",
          "xn--a",
          "localhost",
          "127.0.0.1",
          "127.1",
          "0177.0.0.1",
          "0x7f.1",
          "2130706433",
          "127.0.0.1.",
          "[::1]",
          "[::FFFF:7f00:1]",
          "[2001:db8::0:1]",
          "[::1%25lo]",
          "[v1.x]",
          "münchen.example",
          "①②⑦.⓪.⓪.①",
          "127。0。0。1",
          "%31%32%37.0.0.1",
          "allowed.example%40attacker.example");
  private static final List<String> PIECES =
      List.of(
          "a",
          ".",
          "..",
          "/",
          "//",
          "/.",
          "/..",
          "\\",
          "?",
          "#",
          "@",
          "@@",
          ":",
          ":80",
          ":443",
          ":0",
          ":-1",
          ":65536",
          ":4294967376",
          ":8０",
          "%",
          "%2e",
          "%2F",
          "%40",
          "%5c",
          "%00",
          "[",
          "]",
          ";",
          "&",
          "|",
          "{",
          "}",
          "^",
          "`",
          "'",
          "\"",
          "<",
          "_",
          "-",
          "~",
          "!",
          "$",
          "*",
          "+",
          ",",
          "=",
          " ",
          "\t",
          "\r\n",
          "\u0000",
          "é",
          "。",
          "\u00ad",
          "u:p@",
          "attacker.example",
          "[::1]",
          "url:",
          "jar:",
          "http://");

  private final Random random;

  HostileUrls(long seed) {
    random = new Random(seed);
  }

  String next() {
    StringBuilder url =
        new StringBuilder(random.nextInt(8) > 0 ? one(SCHEMES.subList(0, 4)) : one(SCHEMES));
    if (random.nextBoolean()) {
      return url.append(pieces(10)).toString();
    }
    if (random.nextInt(4) == 0) {
      url.append(pieces(3)).append('@');
    }
    url.append(one(random.nextInt(3) == 0 ? HOSTS : HOSTS.subList(0, 3)));
    if (random.nextInt(3) == 0) {
      url.append(':').append(random.nextInt(70_000));
    }
    return url.append(random.nextInt(6) == 0 ? "" : "/").append(pieces(8)).toString();
  }

  private String pieces(int most) {
    StringBuilder pieces = new StringBuilder();
    for (int left = random.nextInt(most); left > 0; left--) {
      pieces.append(one(random.nextInt(4) == 0 ? HOSTS : PIECES));
    }
    return pieces.toString();
  }

  private <E> E one(List<E> of) {
    return of.get(random.nextInt(of.size()));
  }
}
