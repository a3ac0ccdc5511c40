package io.egressrules.examples.benchmarks.suite;

import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.examples.benchmarks.workload.Entry;
import io.egressrules.examples.benchmarks.workload.Prefixes;
import io.egressrules.examples.benchmarks.workload.Rules;
import io.egressrules.net.Cidr;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A policy over long list files, compiled and saved in a directory of its own. */
final class SavedPolicy {
  private static final String POLICY =
      """
      version: 1
      policy: benchmark
      groups:
        hosts: {names: {file: names.txt}}
        cidrs: {ipv4: {file: ipv4.txt}, ipv6: {file: ipv6.txt}}
      rules:
        - {id: names, effect: deny, hosts: [$names], reason: listed}
        - {id: ipv4, effect: deny, cidrs: [$ipv4], reason: listed}
        - {id: ipv6, effect: deny, cidrs: [$ipv6], reason: listed}
      """;

  private SavedPolicy() {}

  /**
   * Saves a policy.
   *
   * @param before how often it is opened before
   * @return opens it
   */
  static Supplier<Object> of(int names, int ipv4, int ipv6, int before) {
    try {
      Path directory = Files.createTempDirectory("egress-benchmarks");
      Path form = directory.resolve("policy.form");
      Files.write(directory.resolve("names.txt"), names(names));
      Files.write(directory.resolve("ipv4.txt"), texts(Prefixes.ipv4(ipv4)));
      Files.write(directory.resolve("ipv6.txt"), texts(Prefixes.ipv6(ipv6)));
      Path policy = Files.writeString(directory.resolve("policy.yaml"), POLICY);
      EgressRules.save(policy, form);
      for (String file : List.of("names.txt", "ipv4.txt", "ipv6.txt", "policy.yaml")) {
        directory.resolve(file).toFile().deleteOnExit();
      }
      form.toFile().deleteOnExit();
      for (int i = 0; i < before; i++) {
        open(form);
      }
      return () -> open(form);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<String> names(int count) {
    Rules rules = new Rules(count);
    return IntStream.range(0, count)
        .mapToObj(rules::entry)
        .map(SavedPolicy::text)
        .distinct()
        .toList();
  }

  private static String text(Entry entry) {
    return (entry.below() ? "*." : "") + entry.name();
  }

  private static List<String> texts(List<Cidr> prefixes) {
    return prefixes.stream().map(Cidr::toString).toList();
  }

  private static Object open(Path form) {
    return EgressRules.open(form, CompileOptions.DEFAULT);
  }
}
