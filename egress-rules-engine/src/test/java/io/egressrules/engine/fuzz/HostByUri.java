package io.egressrules.engine.fuzz;

import static io.egressrules.engine.fuzz.Hostile.require;

import io.egressrules.net.Host;
import io.egressrules.net.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@link URI} as a second reader: where it reads a host at all, it is the same. */
final class HostByUri {
  private HostByUri() {}

  static void agrees(Target target, String url) {
    String read = host(url);
    if (read != null) {
      String plain = read.endsWith(".") ? read.substring(0, read.length() - 1) : read;
      require(Host.parse(plain).equals(target.host()), "java.net.URI reads another host");
    }
  }

  private static @Nullable String host(String url) {
    try {
      String host = new URI(url).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException unread) {
      return null;
    }
  }
}
