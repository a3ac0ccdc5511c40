package io.egressrules.dlp.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All trigger paths as one dense deterministic automaton: one look-up for each byte of text, as in
 * Aho and Corasick's, but over sets of bytes instead of bytes. Immutable.
 *
 * <p>A state is the set of the {@link TriggerNet}'s nodes that the text so far leads to. Bytes that
 * no edge tells apart share a column. A row takes a multiple of {@value #UNIT} chars and a state is
 * the number of its row's first unit; so a char holds it although the table is much longer than a
 * char can count. States where a path ends have the highest numbers: one comparison tells them.
 */
final class TriggerTable {
  static final int UNIT = 16;

  private final byte[] columns = new byte[256];
  private final char[] rows;
  private final int start;
  private final int root;
  private final int firstFound;
  private final Trigger[][] found;
  private final int units;
  private final int longest;

  private TriggerTable(Builder builder) {
    units = builder.units;
    System.arraycopy(builder.columns, 0, columns, 0, 256);
    int states = builder.states.size();
    int[] number = new int[states];
    int next = 0;
    for (int s = 0; s < states; s++) {
      number[s] = builder.triggers(s).length == 0 ? next++ : -1;
    }
    firstFound = next * units;
    List<Trigger[]> lists = new ArrayList<>();
    for (int s = 0; s < states; s++) {
      if (number[s] < 0) {
        number[s] = next++;
        lists.add(builder.triggers(s));
      }
    }
    found = lists.toArray(Trigger[][]::new);
    rows = new char[states * units * UNIT];
    for (int s = 0; s < states; s++) {
      int[] row = builder.rows.get(s);
      for (int c = 0; c < row.length; c++) {
        rows[number[s] * units * UNIT + c] = (char) (number[row[c]] * units);
      }
    }
    root = number[0] * units;
    start = rows[root * UNIT + (columns['\n'] & 0xFF)];
    longest = builder.net.longest();
  }

  /** Builds the table; returns null if it would be too big. */
  static @Nullable TriggerTable of(List<Trigger> triggers, TextModel model) {
    Builder builder = new Builder(new TriggerNet(triggers, model));
    return builder.build() ? new TriggerTable(builder) : null;
  }

  /** The state at the begin of a text: as after a line feed. */
  int start() {
    return start;
  }

  /** The state that knows nothing of the text before. */
  int root() {
    return root;
  }

  /** States from this on have found a path. */
  int firstFound() {
    return firstFound;
  }

  Trigger[] found(int state) {
    return found[(state - firstFound) / units];
  }

  int next(int state, byte b) {
    return rows[state * UNIT + (columns[b & 0xFF] & 0xFF)];
  }

  byte[] columns() {
    return columns;
  }

  char[] rows() {
    return rows;
  }

  /** How many bytes back the state depends on. */
  int longest() {
    return longest;
  }

  /** Determinises a net by the subset construction. */
  private static final class Builder {
    private final TriggerNet net;
    private final byte[] columns = new byte[256];
    private final List<Byte> columnBytes = new ArrayList<>();
    private final Map<BitSet, Integer> known = new HashMap<>();
    private final List<BitSet> states = new ArrayList<>();
    private final List<int[]> rows = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private BitSet[] fromRoot = {};
    private int units;

    Builder(TriggerNet net) {
      this.net = net;
    }

    boolean build() {
      findColumns();
      expandRoot();
      int maxStates = Character.MAX_VALUE / units;
      BitSet root = new BitSet();
      root.set(0);
      stateOf(root);
      while (!open.isEmpty() && states.size() <= maxStates) {
        expand(states.get(open.remove()));
      }
      return open.isEmpty() && states.size() <= maxStates;
    }

    /** Gives bytes that all edges treat alike the same column. */
    private void findColumns() {
      Map<ByteSet, Integer> sets = new LinkedHashMap<>();
      for (int node = 0; node < net.nodes(); node++) {
        net.edges(node).forEach(edge -> sets.putIfAbsent(edge.on(), sets.size()));
      }
      Map<BitSet, Integer> numbers = new HashMap<>();
      for (int b = 0; b < 256; b++) {
        byte value = (byte) b;
        BitSet members = new BitSet();
        sets.forEach((set, i) -> members.set(i, set.contains(value)));
        if (!numbers.containsKey(members)) {
          numbers.put(members, numbers.size());
          columnBytes.add(value);
        }
        columns[b] = (byte) (int) numbers.get(members);
      }
      units = (columnBytes.size() + UNIT - 1) / UNIT;
    }

    private void expand(BitSet nodes) {
      BitSet[] row = new BitSet[columnBytes.size()];
      for (int c = 0; c < row.length; c++) {
        row[c] = (BitSet) fromRoot[c].clone();
      }
      for (int node = nodes.nextSetBit(1); node > 0; node = nodes.nextSetBit(node + 1)) {
        addSteps(node, row);
      }
      rows.add(Arrays.stream(row).mapToInt(this::stateOf).toArray());
    }

    private void addSteps(int node, BitSet[] row) {
      for (TriggerNet.Edge edge : net.edges(node)) {
        for (int c = 0; c < row.length; c++) {
          if (edge.on().contains(columnBytes.get(c))) {
            row[c].set(edge.to());
          }
        }
      }
    }

    /** Where the root leads, which is in every state. */
    private void expandRoot() {
      fromRoot = new BitSet[columnBytes.size()];
      for (int c = 0; c < fromRoot.length; c++) {
        fromRoot[c] = new BitSet();
        fromRoot[c].set(0);
      }
      addSteps(0, fromRoot);
    }

    private int stateOf(BitSet nodes) {
      Integer state = known.get(nodes);
      if (state == null) {
        state = states.size();
        known.put(nodes, state);
        states.add(nodes);
        open.add(state);
      }
      return state;
    }

    private Trigger[] triggers(int state) {
      return states.get(state).stream()
          .mapToObj(net::found)
          .flatMap(List::stream)
          .toArray(Trigger[]::new);
    }
  }
}
