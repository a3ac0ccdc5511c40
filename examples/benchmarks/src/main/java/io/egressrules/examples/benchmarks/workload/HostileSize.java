package io.egressrules.examples.benchmarks.workload;

import io.egressrules.EgressRequest;
import io.egressrules.Headers;

/** Requests that are far too big in one respect. */
public enum HostileSize {
  /** A host of a million labels. */
  HOST_OF_A_MILLION_LABELS("https://" + "a.".repeat(999_999) + "b/", 0, 0),
  /** A path of ten million characters. */
  URL_OF_10_MB("https://a.example/" + "x".repeat(10_000_000), 0, 0),
  /** A hundred thousand header fields. */
  HEADERS_100K("https://a.example/", 100_000, 10),
  /** One header field of a mebibyte. */
  HEADER_OF_1_MIB("https://a.example/", 1, 1 << 20);

  private final String url;
  private final int headers;
  private final String value;

  HostileSize(String url, int headers, int valueLength) {
    this.url = url;
    this.headers = headers;
    value = "v".repeat(valueLength);
  }

  /**
   * States the request.
   *
   * @return a new request
   */
  public EgressRequest request() {
    Headers.Builder fields = Headers.builder();
    for (int i = 0; i < headers; i++) {
      fields.add("X-Hostile", value);
    }
    return EgressRequest.toUrl(url).method("GET").headers(fields.build()).build();
  }
}
