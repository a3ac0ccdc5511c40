package io.egressrules.engine.lookup;

import java.util.Map;

public final class NameIndex {
  private final Map<String, int[]> values;

  NameIndex(Map<String, int[]> values) {
    this.values = values;
  }

  public static NameIndexBuilder builder(long seed) {
    return new NameIndexBuilder();
  }

  public int find(String host) {
    int[] own = values.get(host);
    if (own != null && own[0] != 0) {
      return own[0];
    }
    for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      int[] above = values.get(host.substring(dot + 1));
      if (above != null && above[1] != 0) {
        return above[1];
      }
    }
    return 0;
  }
}
