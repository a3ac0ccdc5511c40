package io.egressrules.engine.enforce;

import io.egressrules.EgressRequest;
import io.egressrules.Finding;
import io.egressrules.policy.Confidence;
import io.egressrules.policy.InspectionAction;
import io.egressrules.spi.BodyInspector;
import io.egressrules.spi.Inspection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An inspector that finds one text in the path, the header fields or the body, also when it is cut
 * in chunks, and denies it or writes something else in its place.
 */
public final class FindText implements BodyInspector {
  /** The profile it offers. */
  public static final String PROFILE = "find-text";

  private final String text;
  private final InspectionAction action;
  private final String replacement;

  private FindText(String text, InspectionAction action, String replacement) {
    this.text = text;
    this.action = action;
    this.replacement = replacement;
  }

  public static FindText denying(String text) {
    return new FindText(text, InspectionAction.DENY, "");
  }

  public static FindText redacting(String text, String replacement) {
    return new FindText(text, InspectionAction.REDACT, replacement);
  }

  @Override
  public Set<String> profiles() {
    return Set.of(PROFILE);
  }

  @Override
  public Inspection begin(EgressRequest request, Set<String> profiles) {
    return new Search(request);
  }

  private Finding found(Finding.Place place, long start) {
    return new Finding(
        "text", place, start, start + text.length(), Confidence.LIKELY, action, "00", "***");
  }

  private final class Search implements Inspection {
    private final List<Finding> findings = new ArrayList<>();
    private String held = "";
    private long offset;

    Search(EgressRequest request) {
      if (request.target() != null && request.target().path().contains(text)) {
        findings.add(found(Finding.Place.PATH, 0));
      }
      for (int i = 0; i < request.headers().size(); i++) {
        if (request.headers().value(i).contains(text)) {
          findings.add(found(Finding.Place.HEADER, 0));
        }
      }
    }

    @Override
    public void next(ByteBuffer chunk, Sink sink) throws IOException {
      held += StandardCharsets.ISO_8859_1.decode(chunk);
      for (int at = held.indexOf(text); at >= 0; at = held.indexOf(text)) {
        pass(at, sink);
        findings.add(found(Finding.Place.BODY, offset));
        held = held.substring(text.length());
        offset += text.length();
        if (action == InspectionAction.DENY) {
          return;
        }
        emit(replacement, sink);
      }
      pass(Math.max(0, held.length() - text.length() + 1), sink);
    }

    @Override
    public void finish(Sink sink) throws IOException {
      pass(held.length(), sink);
    }

    private void pass(int length, Sink sink) throws IOException {
      boolean denied = findings.stream().anyMatch(one -> one.action() == InspectionAction.DENY);
      if (length > 0 && !denied) {
        emit(held.substring(0, length), sink);
      }
      held = held.substring(length);
      offset += length;
    }

    private static void emit(String passed, Sink sink) throws IOException {
      sink.accept(ByteBuffer.wrap(passed.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public List<Finding> findings() {
      return List.copyOf(findings);
    }

    @Override
    public void close() {
      held = "";
    }
  }
}
