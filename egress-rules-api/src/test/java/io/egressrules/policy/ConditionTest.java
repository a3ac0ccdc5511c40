package io.egressrules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.PathPattern;
import io.egressrules.net.PortRange;
import io.egressrules.net.Scheme;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class ConditionTest {
  private static final SourceLocation HERE = new SourceLocation("policy.yaml", 4, 9);
  private static final SourceLocation RULE = new SourceLocation("policy.yaml", 2, 3);

  private static Condition.Builder words() {
    return Condition.builder();
  }

  @Test
  void nothingIsRestrictedUntilItIsWritten() {
    Condition all = words().build();
    assertThat(all.subjects()).isEmpty();
    assertThat(all.labels()).isEmpty();
    assertThat(all.hosts()).isEqualTo(Entries.none());
    assertThat(all.anyHost()).isNull();
    assertThat(all.cidrs()).isEqualTo(Entries.none());
    assertThat(all.schemes()).isEmpty();
    assertThat(all.ports()).isEmpty();
    assertThat(all.methods()).isEmpty();
    assertThat(all.paths()).isEmpty();
    assertThat(all).hasToString("{}");
  }

  @Test
  void aWordCalledAgainAddsEntriesInOrder() {
    Condition both =
        words()
            .subjects("web")
            .subjects("batch/*", "*")
            .label("tier", "gold")
            .label("tier", "silver")
            .label("env", "prod")
            .hosts("b.test")
            .host(DomainPattern.parse("*.a.test"))
            .hosts("$partners", ".c.test")
            .cidrs("10.0.0.0/8")
            .cidr(Cidr.parse("::1/128"))
            .cidrs("$offices")
            .schemes(Scheme.WSS)
            .schemes(Scheme.HTTPS, Scheme.WSS)
            .ports("443")
            .ports("8000-8099")
            .methods("GET")
            .methods("POST", "GET")
            .paths("/v1/**")
            .paths("/health")
            .build();
    assertThat(both.subjects()).containsExactly("web", "batch/*", "*");
    assertThat(both.labels())
        .containsExactly(entry("env", List.of("prod")), entry("tier", List.of("gold", "silver")));
    assertThat(both.hosts().values())
        .extracting(DomainPattern::toString)
        .containsExactly("b.test", "*.a.test", ".c.test");
    assertThat(both.hosts().groups()).containsExactly("partners");
    assertThat(both.cidrs().values())
        .containsExactly(Cidr.parse("10.0.0.0/8"), Cidr.parse("::1/128"));
    assertThat(both.cidrs().groups()).containsExactly("offices");
    assertThat(both.schemes()).containsExactly(Scheme.WSS, Scheme.HTTPS);
    assertThat(both.ports()).containsExactly(PortRange.of(443), PortRange.of(8000, 8099));
    assertThat(both.methods()).containsExactly("GET", "POST");
    assertThat(both.paths())
        .containsExactly(PathPattern.parse("/v1/**"), PathPattern.parse("/health"));
  }

  @Test
  void theLastReasonForAnyHostHolds() {
    assertThat(words().anyHost("first").anyHost("second").build().anyHost()).isEqualTo("second");
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  void methodsAreUpperCasedAsInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(words().methods("list", "m-Search").build().methods())
          .containsExactly("LIST", "M-SEARCH");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyTokenIsAMethod() {
    String marks = "!#$%&'*+-.^_`|~";
    assertThat(words().methods(marks, "A0z").build().methods()).containsExactly(marks, "A0Z");
  }

  @Test
  void entriesRememberWhereTheyAreWritten() {
    Cidr cidr = Cidr.parse("10.0.0.0/8");
    Condition condition =
        words().cidr(cidr).at(cidr, HERE).hosts("$g", "a.test").at("$g", HERE).build();
    assertThat(condition.locationOf(Cidr.parse("10.0.0.0/8"), RULE)).isEqualTo(HERE);
    assertThat(condition.locationOf("$g", RULE)).isEqualTo(HERE);
    assertThat(condition.locationOf(DomainPattern.parse("a.test"), RULE)).isEqualTo(RULE);
  }

  @Test
  void locationsDoNotCountForEquality() {
    Condition plain = words().hosts("$g").build();
    Condition located = words().hosts("$g").at("$g", HERE).build();
    assertThat(located).isEqualTo(plain).hasSameHashCodeAs(plain);
  }

  @Test
  void orderOfKeysSchemesAndMethodsDoesNotCount() {
    Condition one =
        words()
            .label("a", "1")
            .label("b", "2")
            .schemes(Scheme.WS, Scheme.HTTP)
            .methods("A", "B")
            .build();
    Condition other =
        words()
            .methods("b", "a")
            .schemes(Scheme.HTTP, Scheme.WS)
            .label("b", "2")
            .label("a", "1")
            .build();
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void everyWordCountsForEquality() {
    List<UnaryOperator<Condition.Builder>> words =
        List.of(
            none -> none,
            c -> c.subjects("web"),
            c -> c.subjects("web*"),
            c -> c.label("tier", "gold"),
            c -> c.label("tier", "gold", "silver"),
            c -> c.hosts("a.test"),
            c -> c.hosts("a.test", "b.test"),
            c -> c.hosts("b.test", "a.test"),
            c -> c.hosts("$a.test"),
            c -> c.anyHost("crawler"),
            c -> c.anyHost("proxy"),
            c -> c.cidrs("10.0.0.0/8"),
            c -> c.cidrs("$a.test"),
            c -> c.schemes(Scheme.HTTP),
            c -> c.ports("443"),
            c -> c.methods("GET"),
            c -> c.paths("/v1"));
    for (UnaryOperator<Condition.Builder> one : words) {
      for (UnaryOperator<Condition.Builder> other : words) {
        Condition condition = one.apply(words()).build();
        assertThat(condition.equals(other.apply(words()).build())).isEqualTo(one == other);
        assertThat(condition).hasSameHashCodeAs(one.apply(words()).build());
      }
    }
    assertThat(words().build()).isNotEqualTo(null).isNotEqualTo("{}");
  }

  @Test
  void textNamesWhatIsWrittenInTheWordsOfThePolicyFile() {
    assertThat(words().anyHost("crawler").ports("443").methods("get").build())
        .hasToString("{any-host: crawler, ports: [443], methods: [GET]}");
    assertThat(words().hosts("a.test", "$g").label("tier", "gold").build())
        .hasToString("{labels: {tier=[gold]}, hosts: [a.test, $g]}");
  }

  @Test
  void laterWordsOfTheBuilderDoNotChangeWhatWasBuilt() {
    Condition.Builder words = words().hosts("a.test").methods("GET").label("k", "v");
    Condition before = words.build();
    words.hosts("b.test").methods("POST").label("k", "w").anyHost("all").at("x", HERE);
    assertThat(before).isEqualTo(words().hosts("a.test").methods("GET").label("k", "v").build());
  }
}
