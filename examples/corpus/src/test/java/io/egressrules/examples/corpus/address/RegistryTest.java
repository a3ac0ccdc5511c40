package io.egressrules.examples.corpus.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.examples.corpus.address.Registry.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
  @TempDir Path directory;

  @Test
  void everyAddressIsInOneIntervalAndTheSmallestBlockDecides() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("registry.jsonl"),
            """
            {"family": 4, "block": "10.0.0.0/8", "globally_reachable": false}
            {"family": 4, "block": "10.0.0.4/31", "globally_reachable": true}
            {"family": 4, "block": "240.0.0.0/4", "globally_reachable": null}
            {"family": 6, "block": "::/0", "globally_reachable": false}
            """);
    assertThat(Registry.read(file).intervals())
        .containsExactly(
            new Interval(0, 0x0A00_0000L, true),
            new Interval(0x0A00_0000L, 0x0A00_0004L, false),
            new Interval(0x0A00_0004L, 0x0A00_0006L, true),
            new Interval(0x0A00_0006L, 0x0B00_0000L, false),
            new Interval(0x0B00_0000L, 0xF000_0000L, true),
            new Interval(0xF000_0000L, 1L << 32, false));
  }
}
