package io.egressrules.dlp.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All trigger paths as one nondeterministic automaton over bytes. Paths that begin alike share
 * their nodes, so it is a tree, except that a character of several bytes joins again after them.
 */
final class TriggerNet {
  /** A step on any byte of a set to a node. */
  record Edge(ByteSet on, int to) {}

  private record Step(int from, CodePoints set, boolean loose) {}

  /** Text that is as good as any other before a path is not worth looking at. */
  private static final double TOO_LIKELY = 0.6;

  private final List<List<Edge>> edges = new ArrayList<>();
  private final List<List<Trigger>> found = new ArrayList<>();
  private final Map<Step, Integer> known = new HashMap<>();
  private int longest;

  TriggerNet(List<Trigger> triggers, TextModel model) {
    int root = node();
    for (Trigger trigger : triggers) {
      int at = root;
      int length = 0;
      if (!trigger.isLoose() && isWorthALook(trigger.before(), model)) {
        at = step(at, trigger.before(), true);
        length++;
      }
      for (CodePoints set : trigger.sets()) {
        at = step(at, set, trigger.isLoose());
        length += Extent.bytes(set);
      }
      found.get(at).add(trigger);
      longest = Math.max(longest, length);
    }
  }

  /** Whether the net looks at the character before a path, which is of a set. */
  static boolean isWorthALook(CodePoints before, TextModel model) {
    return model.likely(before) < TOO_LIKELY;
  }

  private int node() {
    edges.add(new ArrayList<>());
    found.add(new ArrayList<>());
    return edges.size() - 1;
  }

  private int step(int from, CodePoints set, boolean loose) {
    Step step = new Step(from, set, loose);
    Integer to = known.get(step);
    if (to == null) {
      to = node();
      known.put(step, to);
      connect(step, to);
    }
    return to;
  }

  private void connect(Step step, int to) {
    List<Edge> out = edges.get(step.from());
    if (step.loose()) {
      out.add(new Edge(ByteSet.around(step.set()), to));
      return;
    }
    out.add(new Edge(ByteSet.around(step.set().intersection(CodePoints.ASCII)), to));
    CodePoints beyond = step.set().intersection(CodePoints.ASCII.complement());
    for (int i = 0; i < beyond.ranges(); i++) {
      for (int c = beyond.low(i); c <= beyond.high(i); c++) {
        spell(step.from(), c, to);
      }
    }
  }

  private void spell(int from, int codePoint, int to) {
    byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    int at = from;
    for (int i = 0; i < bytes.length; i++) {
      int next = i == bytes.length - 1 ? to : node();
      edges.get(at).add(new Edge(ByteSet.of(bytes[i]), next));
      at = next;
    }
  }

  int nodes() {
    return edges.size();
  }

  List<Edge> edges(int node) {
    return edges.get(node);
  }

  List<Trigger> found(int node) {
    return found.get(node);
  }

  /** How many bytes the longest path may take, what is before it included. */
  int longest() {
    return longest;
  }
}
