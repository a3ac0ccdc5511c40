package io.egressrules.engine.enforce;

import io.egressrules.Finding;
import io.egressrules.spi.Inspection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Inspections in a row: what one passes on, the next one inspects. */
final class InspectionChain implements Inspection {
  private final List<Inspection> links = new ArrayList<>();

  void add(Inspection link) {
    links.add(Objects.requireNonNull(link));
  }

  /** Whether there is anything to inspect with. */
  boolean inspects() {
    return !links.isEmpty();
  }

  @Override
  public void next(ByteBuffer chunk, Sink sink) throws IOException {
    next(0, chunk, sink);
  }

  @Override
  public void finish(Sink sink) throws IOException {
    for (int i = 0; i < links.size(); i++) {
      links.get(i).finish(after(i, sink));
    }
  }

  private void next(int index, ByteBuffer chunk, Sink sink) throws IOException {
    if (index == links.size()) {
      sink.accept(chunk);
    } else {
      links.get(index).next(chunk, after(index, sink));
    }
  }

  private Sink after(int index, Sink sink) {
    return bytes -> next(index + 1, bytes, sink);
  }

  @Override
  public List<Finding> findings() {
    return links.stream().flatMap(link -> link.findings().stream()).toList();
  }

  /** Closes every link, also when closing one fails. */
  @Override
  public void close() {
    for (Inspection link : links) {
      try {
        link.close();
      } catch (Throwable dropped) {
        // Nothing of what is closed is passed on, so a failure here changes no verdict.
      }
    }
  }
}
