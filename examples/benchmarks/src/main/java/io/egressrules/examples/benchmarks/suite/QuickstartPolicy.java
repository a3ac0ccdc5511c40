package io.egressrules.examples.benchmarks.suite;

import io.egressrules.engine.EgressRules;
import io.egressrules.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The quickstart's policy, read from this program's own resources. */
final class QuickstartPolicy {
  private static final List<String> FILES = List.of("policy.yaml", "blocked-hosts.txt");

  private QuickstartPolicy() {}

  static Policy read() throws IOException {
    Path directory = Files.createTempDirectory("egress-benchmarks");
    try {
      for (String file : FILES) {
        copy(file, directory);
      }
      return EgressRules.read(directory.resolve(FILES.get(0)));
    } finally {
      for (String file : FILES) {
        Files.deleteIfExists(directory.resolve(file));
      }
      Files.delete(directory);
    }
  }

  private static void copy(String file, Path directory) throws IOException {
    try (InputStream in = QuickstartPolicy.class.getResourceAsStream("/quickstart/" + file)) {
      Files.copy(Objects.requireNonNull(in), directory.resolve(file));
    }
  }
}
