package io.egressrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.IpAddress;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Rule;
import io.egressrules.policy.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
  private static final int ENTRIES = 140_000;
  private static final List<String> ALL_STEPS =
      List.of(
          "READ 65536", "READ 131072", "PLAN 65536", "PLAN 131072", "BUILD 65536", "BUILD 131072");

  private final List<String> told = new ArrayList<>();

  @TempDir private Path directory;

  private CompileOptions options(Consumer<CompileStep> also) {
    return CompileOptions.DEFAULT.listener(
        new CompileListener() {
          @Override
          public void progressed(CompileStep step, long entries) {
            told.add(step + " " + entries);
            also.accept(step);
          }
        });
  }

  private Path policy() throws IOException {
    Files.writeString(
        directory.resolve("list.txt"),
        IntStream.range(0, ENTRIES)
            .mapToObj(i -> "n" + i + ".example\n")
            .collect(Collectors.joining()));
    return Files.writeString(
        directory.resolve("policy.yaml"),
        """
        version: 1
        policy: long
        groups: {hosts: {block: {file: list.txt}}}
        rules: [{id: a, effect: deny, hosts: [$block]}]
        """);
  }

  @Test
  void everyStepTellsHowFarItIs() throws IOException {
    Path form = directory.resolve("form");
    EgressRules.load(policy(), options(step -> {}).savedIn(form));
    assertThat(told).isEqualTo(ALL_STEPS);
    told.clear();
    EgressRules.open(form, options(step -> {}));
    assertThat(told).isEqualTo(ALL_STEPS.subList(4, 6));
  }

  @Test
  void cidrsCountAsWell() {
    List<Cidr> cidrs =
        IntStream.range(0, 70_000).mapToObj(i -> Cidr.of(IpAddress.ofIpv4(i << 8), 24)).toList();
    EgressRules.compile(
        Policy.builder("long")
            .cidrGroup(Group.of("nets", cidrs, SourceLocation.BUILDER))
            .rule(Rule.deny("a").cidrs("$nets"))
            .build(),
        options(step -> {}));
    assertThat(told).containsExactly("PLAN 65536", "BUILD 65536");
  }

  @Test
  void aShortPolicyTellsNothing() {
    EgressRules.compile(
        Policy.builder("short").rule(Rule.deny("a").host(DomainPattern.parse("x.example"))).build(),
        options(step -> {}));
    assertThat(told).isEmpty();
  }

  @Test
  void theListenerCanStopEveryStepAndNothingIsSaved() throws IOException {
    Path policy = policy();
    Path form = directory.resolve("form");
    for (CompileStep last : CompileStep.values()) {
      CompileOptions stopping =
          options(
              step -> {
                if (step == last) {
                  throw new CancellationException("enough");
                }
              });
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> EgressRules.load(policy, stopping.savedIn(form)))
          .withMessage("enough");
      assertThat(form).doesNotExist();
    }
  }

  @Test
  void anInterruptedThreadStopsAndStaysInterrupted() throws IOException {
    Path policy = policy();
    for (CompileStep step : CompileStep.values()) {
      CompileOptions interrupting = options(now -> interruptAt(now == step));
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> EgressRules.load(policy, interrupting));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static void interruptAt(boolean isTime) {
    if (isTime) {
      Thread.currentThread().interrupt();
    }
  }
}
