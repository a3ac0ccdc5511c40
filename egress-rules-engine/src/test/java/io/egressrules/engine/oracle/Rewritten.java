package io.egressrules.engine.oracle;

import io.egressrules.Obligation;
import io.egressrules.net.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same policies, requests and verdicts, written otherwise. */
final class Rewritten {
  private static final Pattern URL =
      Pattern.compile("(https?|wss?)://(user@)?(\\[.*]|[^/:]+)(:\\d+)?(/.*)?");
  private static final Pattern QUAD = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

  private Rewritten() {}

  /** Rules, groups and entries in another order. */
  static PolicyText shuffled(PolicyText policy) {
    Draw draw = Draw.of("shuffled", 0);
    return rewritten(policy, words -> words.each((key, all) -> draw.shuffled(all)))
        .with(draw.shuffled(policy.each(rule -> shuffled(rule, draw)).rules()));
  }

  private static RuleText shuffled(RuleText rule, Draw draw) {
    return rewritten(rule, words -> words.each((key, all) -> draw.shuffled(all)));
  }

  /** Every entry twice. */
  static PolicyText doubled(PolicyText policy) {
    return rewritten(policy, Rewritten::doubled).each(Rewritten::doubled);
  }

  /** In another order, every entry twice, and every rule as well under an id that comes later. */
  static PolicyText shuffledAndDoubled(PolicyText policy) {
    List<RuleText> twice =
        doubled(policy).rules().stream()
            .flatMap(rule -> Stream.of(rule.withId(rule.id() + "-copy"), rule))
            .toList();
    return shuffled(policy.with(twice));
  }

  private static RuleText doubled(RuleText rule) {
    RuleText twice = rewritten(rule, Rewritten::doubled);
    return new RuleText(rule.id(), rule.effect(), twice.words(), twice(twice.except()));
  }

  private static Words doubled(Words words) {
    return words.each(
        (key, all) -> key.endsWith("until") || key.equals("any-host") ? all : twice(all));
  }

  private static <E> List<E> twice(List<E> all) {
    return Stream.concat(all.stream(), all.stream()).toList();
  }

  /** Names in upper case with a trailing dot, IPv4 as IPv4-mapped. */
  static PolicyText respelled(PolicyText policy) {
    UnaryOperator<Words> change =
        words ->
            words.each(
                (key, all) ->
                    switch (key) {
                      case "hosts" -> all.stream().map(Rewritten::shouted).toList();
                      case "cidrs", "grant" -> all.stream().map(Rewritten::mapped).toList();
                      default -> all;
                    });
    return new PolicyText(
        policy.options(),
        policy.hostGroups().each((name, all) -> all.stream().map(Rewritten::shouted).toList()),
        policy.cidrGroups().each((name, all) -> all.stream().map(Rewritten::mapped).toList()),
        policy.reportOnly(),
        policy.rules().stream().map(rule -> rewritten(rule, change)).toList());
  }

  private static PolicyText rewritten(PolicyText policy, UnaryOperator<Words> change) {
    List<Words> reportOnly = new ArrayList<>(policy.reportOnly().stream().map(change).toList());
    return new PolicyText(
        policy.options(),
        change.apply(policy.hostGroups()),
        change.apply(policy.cidrGroups()),
        reportOnly,
        policy.rules());
  }

  private static RuleText rewritten(RuleText rule, UnaryOperator<Words> change) {
    List<Words> except = new ArrayList<>(rule.except().stream().map(change).toList());
    Collections.reverse(except);
    return new RuleText(rule.id(), rule.effect(), change.apply(rule.words()), except);
  }

  private static String shouted(String pattern) {
    return pattern.startsWith("$") ? pattern : pattern.toUpperCase(Locale.ROOT) + ".";
  }

  private static String mapped(String cidr) {
    int slash = cidr.indexOf('/');
    if (cidr.contains(":") || cidr.startsWith("$")) {
      return cidr;
    }
    return slash < 0
        ? "::ffff:" + cidr
        : "::ffff:"
            + cidr.substring(0, slash + 1)
            + (96 + Integer.parseInt(cidr.substring(slash + 1)));
  }

  /** Scheme and name in upper case, a trailing dot, the default port, IPv4 as IPv4-mapped. */
  static RequestText respelled(RequestText request) {
    Matcher url = URL.matcher(request.words().first("url"));
    RequestText respelled =
        request.words().get("addresses").isEmpty()
            ? request
            : request.with(
                "addresses",
                request.words().get("addresses").stream()
                    .map(Rewritten::mapped)
                    .toArray(String[]::new));
    if (!url.matches()) {
      return respelled;
    }
    String defaultPort = url.group(1).endsWith("s") ? ":443" : ":80";
    return respelled.with(
        "url",
        url.group(1).toUpperCase(Locale.ROOT)
            + "://"
            + orNothing(url.group(2))
            + host(url.group(3))
            + (url.group(4) == null ? defaultPort : url.group(4))
            + orNothing(url.group(5)));
  }

  private static String host(String host) {
    if (QUAD.matcher(host).matches()) {
      return "[::ffff:" + host + "]";
    }
    return host.startsWith("[")
        ? host.toUpperCase(Locale.ROOT)
        : host.toUpperCase(Locale.ROOT) + ".";
  }

  private static String orNothing(String part) {
    return part == null ? "" : part;
  }

  /** A verdict that does not tell IPv4-mapped addresses from IPv4 addresses. */
  static Verdict unmapped(Verdict verdict) {
    return new Verdict(
        verdict.effect(),
        verdict.code(),
        verdict.rule(),
        verdict.cause(),
        verdict.obligations().stream().map(Rewritten::unmapped).collect(Collectors.toSet()),
        verdict.wouldBe());
  }

  private static Obligation unmapped(Obligation obligation) {
    return obligation instanceof Obligation.ConnectOnlyTo only
        ? new Obligation.ConnectOnlyTo(
            only.addresses().stream().map(IpAddress::unmapped).distinct().toList())
        : obligation;
  }
}
