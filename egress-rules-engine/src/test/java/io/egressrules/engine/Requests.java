package io.egressrules.engine;

import io.egressrules.EgressRequest;
import io.egressrules.net.IpAddress;
import java.util.Arrays;

/** Short ways to state requests. */
public final class Requests {
  private Requests() {}

  /** A GET of a URL whose addresses are not known. */
  public static EgressRequest get(String url) {
    return EgressRequest.toUrl(url).method("GET").build();
  }

  /** A GET of a URL that is about to be sent to these addresses. */
  public static EgressRequest get(String url, String... addresses) {
    return get(url).withAddresses(Arrays.stream(addresses).map(IpAddress::parse).toList());
  }

  /** A GET of a URL by a caller. */
  public static EgressRequest getAs(String subject, String url) {
    return EgressRequest.toUrl(url).method("GET").subject(subject).build();
  }
}
