package io.egressrules.examples.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.Host;
import io.egressrules.net.IpAddress;
import io.egressrules.net.MalformedException;
import io.egressrules.net.Target;
import java.net.IDN;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A URL that the gate admits has one host, whoever reads it. */
class OneHostProperties {
  private static final long SEED = Long.getLong("egress.seed", 20_261_122L);
  private static final int URLS = 100_000 * Integer.getInteger("egress.tries.factor", 1);

  private final HostileUrls urls = new HostileUrls(SEED);
  private final Map<UrlReader, Integer> read = new EnumMap<>(UrlReader.class);

  @Test
  void whoeverReadsAHostOfAnAdmittedUrlReadsTheSame() {
    int admitted = 0;
    for (int i = 0; i < URLS; i++) {
      String url = urls.next();
      Target target = admitted(url);
      if (target != null) {
        admitted++;
        for (UrlReader reader : UrlReader.values()) {
          readsTheSame(reader, url, target);
          readsTheSame(reader, target.url(), target);
        }
      }
    }
    assertThat(admitted).as("of %d urls", URLS).isGreaterThan(URLS / 10);
    assertThat(read).hasSize(UrlReader.values().length);
    for (Map.Entry<UrlReader, Integer> reader : read.entrySet()) {
      assertThat(reader.getValue()).as("read by %s", reader.getKey()).isGreaterThan(admitted);
    }
  }

  private static @Nullable Target admitted(String url) {
    try {
      return Target.parse(url);
    } catch (MalformedException refused) {
      return null;
    }
  }

  private void readsTheSame(UrlReader reader, String url, Target target) {
    String host = reader.host(url);
    if (host != null) {
      read.merge(reader, 1, Integer::sum);
      if (!isHost(host, target.host())) {
        throw new AssertionError(
            "%s reads `%s`, the gate `%s`, of `%s` (seed %d)"
                .formatted(reader, host, target.host(), url, SEED));
      }
    }
  }

  /**
   * Letter case, one trailing dot, brackets and the IPv4-mapped form (RFC 4291 section 2.5.5.2) are
   * all one to whoever connects. A-labels that HttpClient shows as U-labels it converts by {@link
   * IDN} again.
   */
  private static boolean isHost(String read, Host host) {
    try {
      return unmapped(Host.parse(IDN.toASCII(read))).equals(unmapped(host));
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  private static Host unmapped(Host host) {
    return host instanceof IpAddress address ? address.unmapped() : host;
  }
}
