package io.egressrules.engine.lookup;

import java.util.HashMap;
import java.util.Map;

public final class NameIndexBuilder {
  private final Map<String, int[]> values = new HashMap<>();

  public NameIndexBuilder put(String name, int at, int below) {
    values.put(name, new int[] {at, below});
    return this;
  }

  public NameIndex build() {
    return new NameIndex(values);
  }
}
