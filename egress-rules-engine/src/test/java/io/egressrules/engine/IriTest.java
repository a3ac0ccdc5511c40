package io.egressrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.egressrules.EgressRequest;
import io.egressrules.net.DomainName;
import io.egressrules.net.GateRule;
import io.egressrules.net.Host;
import io.egressrules.net.MalformedException;
import io.egressrules.net.Scheme;
import io.egressrules.net.Target;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IriTest {
  @ParameterizedTest
  @CsvSource({
    "https://münchen.example/,              https://xn--mnchen-3ya.example/",
    "https://MÜNCHEN.Example/,              https://xn--mnchen-3ya.example/",
    "https://mu\u0308nchen.example/,        https://xn--mnchen-3ya.example/",
    "https://straße.example/,               https://xn--strae-oqa.example/",
    "https://ΟΔΌΣ.example/,                 https://xn--pxavn9a.example/",
    "https://例え.テスト:8443/,              https://xn--r8jz45g.xn--zckzah:8443/",
    "https://🔐.example/,                   https://xn--jv8h.example/",
    "https://ö.example./,                   https://xn--nda.example./",
    "https://user:pw@ö.example/,            https://user:pw@xn--nda.example/",
    "https://ö.example?q=é,                 https://xn--nda.example?q=%C3%A9",
    "https://a.example/straße/%C3%9F,       https://a.example/stra%C3%9Fe/%C3%9F",
    "https://a.example/€/😀,                https://a.example/%E2%82%AC/%F0%9F%98%80",
    "https://a.example/?q=é&r=100%,         https://a.example/?q=%C3%A9&r=100%",
    "https://a.example/?q=%e2%82%ac€,       https://a.example/?q=%e2%82%ac%E2%82%AC",
    "https://a.example/e\u0301,             https://a.example/e%CC%81",
    "https://a.example/\u202e/\uffff,       https://a.example/%E2%80%AE/%EF%BF%BF",
    "https://a.example/#é,                  https://a.example/#%C3%A9",
  })
  void hostBecomesALabelsAndTheRestIsPercentEncoded(String iri, String ascii) {
    assertThat(Iri.toAscii(iri)).isEqualTo(ascii);
    assertThat(EgressRequest.toUrl(Iri.toAscii(iri)).build().target()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://a.example/",
        "https://xn--mnchen-3ya.example/%C3%9F?q#f",
        "https://xn--a.example/",
        "https://user:pw@a.example:443/",
        "http://%6d.example/",
        "http://a\\b\u0000 c",
        "not a url"
      })
  void asciiTextIsReturnedAsItIs(String text) {
    assertThat(Iri.toAscii(text)).isSameAs(text);
    assertThat(Iri.authorityToAscii(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "münchen.example,      xn--mnchen-3ya.example",
    "münchen.example.,     xn--mnchen-3ya.example.",
    "münchen.example:8443, xn--mnchen-3ya.example:8443",
  })
  void authorityIsConvertedAlike(String authority, String ascii) {
    assertThat(Iri.authorityToAscii(authority)).isEqualTo(ascii);
  }

  @Test
  void convertedHostsAndAuthoritiesPassTheGate() {
    assertThat(Host.parse(Iri.authorityToAscii("ö.example"))).hasToString("xn--nda.example");
    assertThat(Target.ofAuthority(Scheme.HTTPS, Iri.authorityToAscii("ö.example:8443")))
        .hasToString("https://xn--nda.example:8443");
  }

  @ParameterizedTest
  @CsvSource({
    // what mapping would make an address of
    "http://１２７.0.0.1/,                  HOST_UNICODE",
    "http://①②⑦.⓪.⓪.①/,                  HOST_UNICODE",
    "http://127。0。0。1/,                   HOST_UNICODE",
    "http://０ｘ７ｆ.1/,                     HOST_UNICODE",
    "http://\u0661\u0662\u0667.0.0.1/,      HOST_UNICODE",
    "http://[::ⓕⓕⓕⓕ:①②⑦。0。0。1]/,           HOST_IPV6",
    "http://::ö:1/,                         HOST_IPV6",
    // what mapping would make another name of
    "http://ⅼocalhost/,                     HOST_UNICODE",
    "http://localhoſt/,                     HOST_UNICODE",
    "http://boo\u212aing.example/,          HOST_UNICODE",
    "http://loc\u00adalhost/,               HOST_UNICODE",
    "http://ö\u2060.example/,               HOST_UNICODE",
    "http://ö。example/,                     HOST_UNICODE",
    "http://ö．example/,                     HOST_UNICODE",
    "http://ⓔxample.example/,               HOST_UNICODE",
    // bidi, joiners, unassigned, hyphens, STD3
    "http://\u202emoc.example/,             HOST_UNICODE",
    "http://ö\u200f.example/,               HOST_UNICODE",
    "http://אa.example/,                    HOST_UNICODE",
    "http://ö\u200d.example/,               HOST_UNICODE",
    "http://ö\u200cx.example/,              HOST_UNICODE",
    "http://\u0378.example/,                HOST_UNICODE",
    "http://\uffff.example/,                HOST_UNICODE",
    "http://\u0301ö.example/,               HOST_UNICODE",
    "http://ab--ö.example/,                 HOST_UNICODE",
    "http://ö-.example/,                    HOST_UNICODE",
    "http://ö_.example/,                    HOST_UNICODE",
    "http://ö..example/,                    HOST_UNICODE",
    "http://xn--ö.example/,                 HOST_UNICODE",
    "http://xn--a.ö.example/,               HOST_UNICODE",
    "http://a／ö.example/,                   HOST_UNICODE",
    "http://ö.example＠b.example/,           HOST_UNICODE",
    "http://ö.example：80/,                  HOST_UNICODE",
    "http://ö.example＃b.example/,           HOST_UNICODE",
    // the other parts of an authority
    "http://ö%61.example/,                  HOST_PERCENT",
    "http://ö\\b.example/,                  BACKSLASH",
    "http://ö\u0000.example/,               CHARACTER",
    "http://ö\u007f.example/,               CHARACTER",
    "http://ö b.example/,                   CHARACTER",
    "http://ö:pw@a.example/,                USERINFO",
    "http://ö@ö.example/,                   USERINFO",
    "http://a.example:８０/,                 PORT",
    "http://ö.example:8０/,                  PORT",
    "http://\ud800.example/,                HOST_UNICODE",
    // what stands around it
    "hťtp://a.example/,                     SCHEME",
    "ｈttp://a.example/,                     SCHEME",
    "/〵google.example,                      SCHEME",
    "http:ö.example,                        SCHEME",
    "http://a.example/\ud800,               SURROGATE",
    "http://a.example/\udc00\ud800,         SURROGATE",
    "http://a.example/?\ud83d,              SURROGATE",
    "http://a.example/#\udc00,              SURROGATE",
  })
  void whatCannotBeConvertedIsRefusedByName(String iri, GateRule rule) {
    assertThatThrownBy(() -> Iri.toAscii(iri))
        .isInstanceOfSatisfying(
            MalformedException.class,
            refused -> {
              assertThat(refused.rule()).isEqualTo(rule);
              assertThat(refused.offset()).isBetween(0, iri.length());
            })
        .hasMessageEndingWith(rule.sentence())
        .hasNoCause();
  }

  /** A refused text still makes a request, which is denied. */
  @Test
  void refusedTextIsRefusedByTheGateAsWell() {
    EgressRequest request = EgressRequest.toUrl("http://１２７.0.0.1/").build();
    assertThat(request.target()).isNull();
    assertThat(request.malformed()).isEqualTo(GateRule.CHARACTER);
  }

  /** Conversion leaves to the gate what is the gate's. */
  @ParameterizedTest
  @CsvSource({
    "http://ö.123/,                HOST_IPV4",
    "http://a.example:0/é,         PORT",
    "http://a..example/é,          HOST_LABEL",
    "http://b@a@ö.example/,        USERINFO",
    "http://a.example/é\\,         BACKSLASH",
    "http://a.example/é b,         CHARACTER",
    "http://a.example/#é b,        CHARACTER",
    "gopher://ö.example/,          SCHEME",
    "http:/x://ö.example/,         SLASHES",
  })
  void gateJudgesWhatCameOut(String iri, GateRule rule) {
    assertThat(EgressRequest.toUrl(Iri.toAscii(iri)).build().malformed()).isEqualTo(rule);
  }

  @Test
  void longHostsAreRefusedBeforeAndAfterMapping() {
    assertThat(ruleAgainst("http://" + "ö".repeat(254) + "/")).isEqualTo(GateRule.HOST_LENGTH);
    assertThat(ruleAgainst("http://" + "ö".repeat(60) + ".example/"))
        .isEqualTo(GateRule.HOST_UNICODE);
    assertThat(ruleAgainst("http://" + "日本語中国韓台北京.".repeat(24) + "example/"))
        .isEqualTo(GateRule.HOST_UNICODE);
  }

  @Test
  void longTextIsRefusedBeforeItIsMapped() {
    String megabyte = "ö".repeat(1 << 20);
    assertThat(ruleAgainst("http://" + megabyte + "/")).isEqualTo(GateRule.URL_LENGTH);
    assertThat(ruleAgainst("http://a.example/" + megabyte)).isEqualTo(GateRule.URL_LENGTH);
    assertThatThrownBy(() -> Iri.authorityToAscii(megabyte))
        .isInstanceOfSatisfying(
            MalformedException.class,
            refused -> assertThat(refused.rule()).isEqualTo(GateRule.HOST_LENGTH));
  }

  private static GateRule ruleAgainst(String iri) {
    try {
      throw new AssertionError("read as " + Iri.toAscii(iri));
    } catch (MalformedException refused) {
      return refused.rule();
    }
  }

  @Test
  void namesAreShownInUnicode() {
    assertThat(Iri.toUnicode(DomainName.parse("www.xn--mnchen-3ya.example")))
        .isEqualTo("www.münchen.example");
    assertThat(Iri.toUnicode(DomainName.parse("r3---sn-4g5e6.example")))
        .isEqualTo("r3---sn-4g5e6.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xn--a.example", "a.xn--a", "xn--fiqs8.example", "xn--a-ecp.ru"})
  void falseALabelsAreNotShown(String name) {
    assertThatThrownBy(() -> Iri.toUnicode(DomainName.parse(name)))
        .isInstanceOfSatisfying(
            MalformedException.class,
            refused -> assertThat(refused.rule()).isEqualTo(GateRule.HOST_UNICODE));
  }

  @Test
  void withoutIcu4jPathsAreConvertedAndHostsToldWhatToDo() throws Throwable {
    try (WithoutIcu withoutIcu = new WithoutIcu()) {
      assertThat(withoutIcu.call(Iri.class, "toAscii", "https://a.example/é"))
          .isEqualTo("https://a.example/%C3%A9");
      assertThat(withoutIcu.call(Iri.class, "toAscii", "https://xn--nda.example/"))
          .isEqualTo("https://xn--nda.example/");
      assertThatThrownBy(() -> withoutIcu.call(Iri.class, "toAscii", "https://ö.example/"))
          .hasMessage("offset 8: " + GateRule.HOST_UNCONVERTED.sentence());
    }
  }

  @Test
  void asciiTextCostsNoAllocation() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20 && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1_000; i++) {
        Iri.toAscii("https://xn--mnchen-3ya.example:8443/%C3%9F?q=1#f");
        Iri.authorityToAscii("xn--mnchen-3ya.example:8443");
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
  }
}
