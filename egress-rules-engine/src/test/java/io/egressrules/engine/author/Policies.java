package io.egressrules.engine.author;

import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.IpAddress;
import io.egressrules.net.Scheme;
import io.egressrules.net.TargetTrait;
import io.egressrules.policy.AddressOptions;
import io.egressrules.policy.AddressOptions.MixedAnswers;
import io.egressrules.policy.Condition;
import io.egressrules.policy.Conditions;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.Requirement;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import io.egressrules.policy.TargetOptions;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Policies with every feature that a policy file can state. */
final class Policies {
  private Policies() {}

  static Arbitrary<Policy> any() {
    Arbitrary<List<Consumer<Policy.Builder>>> parts =
        Arbitraries.<Consumer<Policy.Builder>>oneOf(
                rule().map(rule -> policy -> policy.rule(rule)),
                rule().map(rule -> policy -> policy.rule(rule)),
                reportOnly().map(entry -> policy -> policy.reportOnly(entry)),
                target().map(target -> policy -> policy.target(target)),
                addresses().map(addresses -> policy -> policy.addresses(addresses)))
            .list()
            .ofMaxSize(6);
    Arbitrary<List<String>> groups = name().list().ofMaxSize(4).uniqueElements();
    return Combinators.combine(
            name(),
            groups,
            pattern().list().ofMaxSize(5),
            cidr().list().ofMaxSize(5),
            Combinators.combine(parts, Inspections.any()).as(Policies::joined))
        .as(Policies::policy)
        .withoutEdgeCases();
  }

  private static <E> List<E> joined(List<E> first, List<E> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static Policy policy(
      String name,
      List<String> groups,
      List<DomainPattern> hosts,
      List<Cidr> cidrs,
      List<Consumer<Policy.Builder>> parts) {
    Policy.Builder policy = Policy.builder(name);
    for (String group : groups) {
      policy.hostGroup(Group.of(group, hosts, SourceLocation.BUILDER));
      policy.cidrGroup(Group.of(group, cidrs, SourceLocation.BUILDER));
    }
    parts.forEach(part -> part.accept(policy));
    return policy.build();
  }

  private static Arbitrary<Rule> rule() {
    Arbitrary<Consumer<Rule.Builder>> word =
        Arbitraries.oneOf(
            condition(),
            Policies.<Condition.Builder>condition()
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Policies::exception),
            Arbitraries.of(
                    Requirement.TLS,
                    Requirement.NONE.inspect("secrets"),
                    Requirement.TLS.inspect("pii", "keys"))
                .map(requirement -> rule -> rule.require(requirement)),
            cidr().map(cidr -> rule -> rule.grant(cidr.toString())),
            instant().map(instant -> rule -> rule.until(instant)),
            instant().map(instant -> rule -> rule.reportUntil(instant)),
            text().map(text -> rule -> rule.owner(text)),
            text().map(text -> rule -> rule.reason(text)),
            text().map(text -> rule -> rule.ticket(text)));
    return Combinators.combine(name(), Arbitraries.of(true, false), word.list().ofMaxSize(9))
        .as(Policies::rule);
  }

  private static Rule rule(String id, boolean allow, List<Consumer<Rule.Builder>> words) {
    Rule.Builder rule = allow ? Rule.allow(id) : Rule.deny(id);
    words.forEach(word -> word.accept(rule));
    return rule.build();
  }

  private static Consumer<Rule.Builder> exception(List<Consumer<Condition.Builder>> words) {
    Condition.Builder condition = Condition.builder();
    words.forEach(word -> word.accept(condition));
    return rule -> rule.except(condition.build());
  }

  private static <B extends Conditions<B>> Arbitrary<Consumer<B>> condition() {
    return Arbitraries.oneOf(
        subject().map(subject -> words -> words.subjects(subject)),
        Combinators.combine(text().filter(key -> !key.isEmpty()), text(), text())
            .as((key, first, second) -> words -> words.label(key, first, second)),
        pattern().map(pattern -> words -> words.host(pattern)),
        name().map(group -> words -> words.hosts("$" + group)),
        text().filter(reason -> !reason.isBlank()).map(reason -> words -> words.anyHost(reason)),
        cidr().map(cidr -> words -> words.cidr(cidr)),
        name().map(group -> words -> words.cidrs("$" + group)),
        Arbitraries.of(Scheme.values()).map(scheme -> words -> words.schemes(scheme)),
        Arbitraries.of("1", "443", "8000-8099", "65535", "1-65535")
            .map(port -> words -> words.ports(port)),
        Arbitraries.of("GET", "post", "NO", "*", "M-SEARCH", "!", "|", "~")
            .map(method -> words -> words.methods(method)),
        Arbitraries.of("/", "/v1/**", "/a/*/b", "/~x", "/%20", "/a:b,c'd!e@f&g=h")
            .map(path -> words -> words.paths(path)));
  }

  private static Arbitrary<ReportOnly> reportOnly() {
    Arbitrary<String> reason = text().injectNull(0.5);
    return Combinators.combine(subject().list().ofMinSize(1).ofMaxSize(3), instant(), reason)
        .as((subjects, until, why) -> new ReportOnly(subjects, until, why, SourceLocation.BUILDER));
  }

  private static Arbitrary<TargetOptions> target() {
    Arbitrary<TargetTrait> trait = Arbitraries.of(TargetTrait.values());
    return Combinators.combine(trait.set().ofMaxSize(4), trait.set().ofMaxSize(4))
        .as(TargetOptions::new);
  }

  private static Arbitrary<AddressOptions> addresses() {
    Arbitrary<List<Cidr>> prefixes =
        Arbitraries.of("2001:db8:64::/96", "2001:db8::/32").map(Cidr::parse).list().ofMaxSize(2);
    return Combinators.combine(
            Arbitraries.of(MixedAnswers.values()), prefixes, Arbitraries.of(true, false))
        .as(AddressOptions::new);
  }

  static Arbitrary<String> name() {
    Arbitrary<String> tricky =
        Arbitraries.of("no", "null", "1", "0x1", "1e3", "a.b", "true", "x/y-z_", "9", "12.5");
    Arbitrary<String> plain =
        Arbitraries.strings()
            .alpha()
            .numeric()
            .withChars('-', '_', '.', '/')
            .ofMaxLength(12)
            .map(s -> "n" + s);
    return Arbitraries.oneOf(tricky, plain);
  }

  private static Arbitrary<String> subject() {
    return Arbitraries.oneOf(name(), name().map(name -> name + "*"), Arbitraries.just("*"));
  }

  static Arbitrary<DomainPattern> pattern() {
    Arbitrary<String> label =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(20);
    return Combinators.combine(Arbitraries.of("", "*.", "."), label, label)
        .as((prefix, below, name) -> DomainPattern.parse(prefix + below + "." + name + ".example"));
  }

  private static Arbitrary<Cidr> cidr() {
    Arbitrary<Cidr> ipv4 =
        Combinators.combine(Arbitraries.integers(), Arbitraries.integers().between(0, 32))
            .as((bits, length) -> Cidr.enclosing(IpAddress.ofIpv4(bits), length));
    Arbitrary<Cidr> ipv6 =
        Combinators.combine(
                Arbitraries.longs(), Arbitraries.longs(), Arbitraries.integers().between(0, 128))
            .as((high, low, length) -> Cidr.enclosing(IpAddress.ofIpv6(high, low), length));
    return Arbitraries.oneOf(ipv4, ipv6);
  }

  static Arbitrary<Instant> instant() {
    Instant first = Instant.parse("0000-01-01T00:00:00Z");
    Instant last = Instant.parse("9999-12-31T23:59:59Z");
    Arbitrary<Long> seconds =
        Arbitraries.longs().between(first.getEpochSecond(), last.getEpochSecond());
    return Arbitraries.oneOf(
        Combinators.combine(seconds, Arbitraries.integers().between(0, 999_999_999))
            .as(Instant::ofEpochSecond),
        seconds.map(second -> Instant.ofEpochSecond(Math.floorDiv(second, 86_400) * 86_400)));
  }

  /** Texts that a writer of YAML may get wrong. */
  static Arbitrary<String> text() {
    Arbitrary<String> tricky =
        Arbitraries.of(
            "",
            " ",
            "~",
            "null",
            "true",
            "off",
            "443",
            "0x1F",
            "1_000",
            "12:30",
            "- a",
            "a: b",
            "a #b",
            "#a",
            "*",
            "&a",
            "!a",
            "%a",
            "@a",
            "`",
            "'",
            "\"",
            "\\",
            "|",
            ">",
            "?",
            ": ",
            "a:",
            "[a]",
            "{a}",
            "a,b",
            "\t",
            "a\nb",
            "\r\n",
            "\n",
            " a ",
            "---",
            "...",
            "\u0000",
            "\u001b[31m",
            "\u0085",
            "\u00a0",
            "\u2028",
            "\u202e",
            "\ufeff",
            "\ufffe",
            "\uffff",
            "日本",
            "😀",
            "<<");
    Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMaxLength(60);
    Arbitrary<String> unicode =
        Arbitraries.integers()
            .between(0, Character.MAX_CODE_POINT)
            .map(Character::toString)
            .list()
            .ofMaxSize(8)
            .map(characters -> String.join("", characters));
    return Arbitraries.oneOf(tricky, ascii, unicode);
  }
}
