package io.egressrules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the builders refuse is named, quoted and mended in one line. */
class RefusalTest {
  private static final String NAME_FIX =
      ": write 1 to 128 letters, digits, `-`, `_`, `.` or `/`, and begin with a letter or digit";

  private static Condition.Builder words() {
    return Condition.builder();
  }

  static Stream<Arguments> names() {
    return Stream.of(
        refused(() -> Rule.allow("a b"), "rule id `a b`" + NAME_FIX),
        refused(() -> Rule.deny(""), "rule id ``" + NAME_FIX),
        refused(() -> Rule.deny("-a"), "rule id `-a`" + NAME_FIX),
        refused(() -> Policy.builder("/a"), "policy name `/a`" + NAME_FIX),
        refused(
            () -> Group.of("a:b", List.of(), SourceLocation.BUILDER),
            "group name `a:b`" + NAME_FIX),
        refused(() -> words().hosts("$"), "group name ``" + NAME_FIX),
        refused(() -> words().cidrs("$a,b"), "group name `a,b`" + NAME_FIX),
        refused(() -> Requirement.NONE.inspect("pii", "*"), "profile name `*`" + NAME_FIX),
        refused(() -> words().subjects("a@b"), "subject `a@b`" + NAME_FIX),
        refused(() -> words().subjects(" *"), "subject ` `" + NAME_FIX),
        refused(() -> words().subjects(""), "subject ``" + NAME_FIX));
  }

  static Stream<Arguments> syntax() {
    return Stream.of(
        refused(() -> words().subjects("a*b"), "subject `a*b`: write one `*`, at its end"),
        refused(() -> words().subjects("**"), "subject `**`: write one `*`, at its end"),
        refused(
            () -> words().methods("GET /"),
            "method `GET /`: write a token such as `GET` (RFC 9110 section 5.6.2)"),
        refused(
            () -> words().methods(""),
            "method ``: write a token such as `GET` (RFC 9110 section 5.6.2)"),
        refused(() -> words().label("", "v"), "a label's key is empty; write one, such as `tier`"),
        refused(
            () -> words().anyHost(" "),
            "`any-host` needs a reason, such as `any-host: crawler fetches user links`"),
        refused(
            () -> new ReportOnly(List.of(), Instant.EPOCH, null, SourceLocation.BUILDER),
            "`report-only` needs at least one subject; `*` means every subject"),
        refused(
            () -> new ReportOnly(List.of("a*b"), Instant.EPOCH, null, SourceLocation.BUILDER),
            "subject `a*b`: write one `*`, at its end"),
        refused(
            () -> Requirement.TLS.inspect(),
            "`inspect` needs at least one profile; leave it out to require no inspection"));
  }

  static Stream<Arguments> words_without_entries() {
    return Stream.of(
        refused(() -> words().subjects(), withoutEntry("subjects")),
        refused(() -> words().label("tier"), withoutEntry("labels")),
        refused(() -> words().hosts(), withoutEntry("hosts")),
        refused(() -> words().cidrs(), withoutEntry("cidrs")),
        refused(() -> words().schemes(), withoutEntry("schemes")),
        refused(() -> words().ports(), withoutEntry("ports")),
        refused(() -> words().methods(), withoutEntry("methods")),
        refused(() -> words().paths(), withoutEntry("paths")));
  }

  private static String withoutEntry(String word) {
    return "`" + word + "` needs at least one entry; leave it out to match everything";
  }

  private static Arguments refused(ThrowingCallable call, String message) {
    return arguments(call, message);
  }

  @ParameterizedTest
  @MethodSource({"names", "syntax"})
  void whatAnAuthorMistypesIsQuotedWithItsFix(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @ParameterizedTest
  @MethodSource("words_without_entries")
  void aListThatHappensToBeEmptyIsRefusedInsteadOfMatchingEverything(
      ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void textsThatAreRefusedByTheirValueTypesAreRefusedHere() {
    assertThatThrownBy(() -> words().hosts("*")).hasMessageContaining("any host is a key");
    assertThatThrownBy(() -> words().cidrs("10.0.0.0")).hasMessageContaining("`10.0.0.0/32`");
    assertThatThrownBy(() -> words().ports("90-80")).hasMessageContaining("write `80-90`");
    assertThatThrownBy(() -> words().paths("v1")).hasMessageContaining("begin with `/`");
    assertThatThrownBy(() -> Rule.allow("r").grant("10.0.0.1/8"))
        .hasMessageContaining("write `10.0.0.0/8`");
    assertThatThrownBy(() -> Policy.builder("p").hostGroup("g", "a*.test"))
        .hasMessageContaining("a*.test");
    assertThatThrownBy(() -> Policy.builder("p").cidrGroup("g", "10.0.0.0/33"))
        .hasMessageContaining("from 0 to 32");
  }

  @Test
  void aQuotedTextCannotBreakTheLineEndTheQuotationOrFillTheLog() {
    assertThatThrownBy(() -> Rule.allow("a`\n\u202e\u001b[31mé"))
        .hasMessage("rule id `a????[31m?`" + NAME_FIX);
    assertThatThrownBy(() -> Rule.allow("!".repeat(10_000)))
        .satisfies(
            refused -> assertThat(refused.getMessage()).hasSizeLessThan(250).contains("!…`"));
  }
}
