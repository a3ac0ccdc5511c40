package io.egressrules.dlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.egressrules.BodyFacts;
import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.Headers;
import io.egressrules.spi.Inspection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/** A request that an inspector has inspected: what left of its body, and what was found. */
record Inspected(byte[] left, List<Finding> findings) {

  /** A body of a type, given in pieces of a size. */
  static Inspected body(DlpInspector inspector, String type, byte[] body, int piece) {
    EgressRequest request =
        EgressRequest.toUrl("https://api.partner.example/")
            .method("POST")
            .body(BodyFacts.declared(body.length, type, null))
            .build();
    return of(inspector, request, body, piece);
  }

  static Inspected text(DlpInspector inspector, String body) {
    return body(inspector, "text/plain", body.getBytes(UTF_8), Integer.MAX_VALUE);
  }

  static Inspected json(DlpInspector inspector, String body) {
    return body(inspector, "application/json", body.getBytes(UTF_8), Integer.MAX_VALUE);
  }

  /** A request without a body. */
  static Inspected head(DlpInspector inspector, String url, Headers headers) {
    EgressRequest request = EgressRequest.toUrl(url).method("GET").headers(headers).build();
    return of(inspector, request, new byte[0], 1);
  }

  static Inspected of(DlpInspector inspector, EgressRequest request, byte[] body, int piece) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Inspection inspection = inspector.begin(request, Set.copyOf(inspector.profiles()))) {
      for (int from = 0; from < body.length; from += Math.min(piece, body.length - from)) {
        int length = Math.min(piece, body.length - from);
        inspection.next(ByteBuffer.wrap(body, from, length), bytes -> write(bytes, out));
      }
      inspection.finish(bytes -> write(bytes, out));
      return new Inspected(out.toByteArray(), inspection.findings());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static void write(ByteBuffer bytes, ByteArrayOutputStream out) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    out.writeBytes(copy);
  }

  /** What left, as text. */
  String text() {
    return new String(left, UTF_8);
  }

  List<String> detectors() {
    return findings.stream().map(Finding::detector).toList();
  }
}
