package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class NameWordsProperties {

  @Property
  void aWordHasTheCharactersBeforeThoseBehindIt(@ForAll @StringLength(max = 30) String text) {
    NameWords words = NameWords.of(text);
    assertThat(words.length()).isEqualTo(text.length());
    for (int behind = 0; behind <= text.length(); behind++) {
      assertThat(words.word(behind)).isEqualTo(naive(text, behind));
    }
  }

  /** Character by character. */
  private static long naive(String text, int behind) {
    long word = 0;
    int end = text.length() - behind;
    for (int at = Math.max(0, end - NameWords.SIZE); at < end; at++) {
      char c = text.charAt(at);
      word = word << 8 | (c < 0x80 ? c : 0);
    }
    return word;
  }

  @Example
  void aTargetHasTheWordsOfItsHost() {
    assertSame(Target.parse("https://API.Example.:8443/a?b").hostWords(), "api.example");
  }

  @Example
  void partsHaveTheWordsOfTheNameReadLast() {
    UrlParts parts = new UrlParts();
    for (String host : new String[] {"a.longer.name.example", "b.test", "10.0.0.1", "c.test"}) {
      assertThat(UrlGate.admits("https://user@" + host + "/path", parts)).isTrue();
      if (!parts.isIpAddress()) {
        assertSame(parts.hostWords(), host);
      }
    }
  }

  @Example
  void theLongestNameHasWords() {
    String label = "a".repeat(63);
    String longest = String.join(".", label, label, label, "b".repeat(61));
    UrlParts parts = new UrlParts();
    assertThat(UrlGate.admits("https://" + longest + "/", parts)).isTrue();
    assertSame(parts.hostWords(), longest);
    assertThat(UrlGate.admits("https://" + longest + "b/", parts)).isFalse();
  }

  @Example
  void noWordIsReadBeyondTheName() {
    NameWords words = NameWords.of("a.test");
    assertThatThrownBy(() -> words.word(7)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static void assertSame(NameWords words, String host) {
    assertThat(words.length()).isEqualTo(host.length());
    for (int behind = 0; behind <= host.length(); behind++) {
      assertThat(words.word(behind)).isEqualTo(naive(host, behind));
    }
  }
}
