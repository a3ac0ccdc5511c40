package io.egressrules.examples.benchmarks.peer;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.egressrules.examples.benchmarks.workload.LeakRule;
import io.egressrules.examples.benchmarks.workload.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;

/** The secrets in a text in ASCII, by what one could use instead. */
public final class LeakPeer {
  private LeakPeer() {}

  private record Compiled(String id, Pattern pattern) {
    static Compiled of(LeakRule rule) {
      return new Compiled(rule.id(), Pattern.compile(rule.pattern()));
    }

    void find(String text, int from, int to, Set<Span> found) {
      Matcher matcher = pattern.matcher(text.substring(from, to));
      while (matcher.find()) {
        int group = value(matcher);
        found.add(new Span(id, from + matcher.start(group), from + matcher.end(group)));
      }
    }

    private static int value(Matcher matcher) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.start(group) >= 0) {
          return group;
        }
      }
      return 0;
    }
  }

  /** One pattern after another, by RE2/J. */
  public static final class Sequential {
    private final List<Compiled> rules;

    /**
     * Compiles it.
     *
     * @param rules what to look for
     */
    public Sequential(List<LeakRule> rules) {
      this.rules = rules.stream().map(Compiled::of).toList();
    }

    /**
     * Looks through a text.
     *
     * @param text in ASCII
     * @return the values: the first group that took part, or the match
     */
    public Set<Span> find(String text) {
      Set<Span> found = new HashSet<>();
      rules.forEach(rule -> rule.find(text, 0, text.length(), found));
      return found;
    }
  }

  /** The rules by their keywords, which an Aho-Corasick automaton looks for. */
  private static final class Keywords {
    private final Trie trie;
    private final Map<String, List<Compiled>> rules = new HashMap<>();

    Keywords(List<LeakRule> all) {
      for (LeakRule rule : all) {
        Compiled compiled = Compiled.of(rule);
        for (String keyword : rule.keywords()) {
          rules.computeIfAbsent(keyword, word -> new ArrayList<>()).add(compiled);
        }
      }
      trie = Trie.builder().ignoreCase().addKeywords(rules.keySet()).build();
    }

    List<Compiled> of(Emit hit) {
      return rules.getOrDefault(hit.getKeyword(), List.of());
    }
  }

  /**
   * Fragments of a text: in each of them those patterns by RE2/J whose keywords an Aho-Corasick
   * automaton has seen in it.
   */
  public static final class Fragments {
    private static final int FRAGMENT = 100_000;

    private final Keywords keywords;

    /**
     * Compiles it.
     *
     * @param rules what to look for
     */
    public Fragments(List<LeakRule> rules) {
      keywords = new Keywords(rules);
    }

    /**
     * Looks through a text.
     *
     * @param text in ASCII
     * @return the values that are not cut by an edge
     */
    public Set<Span> find(String text) {
      Set<Span> found = new HashSet<>();
      for (int from = 0; from < text.length(); from += FRAGMENT) {
        int begin = from;
        int end = Math.min(text.length(), from + FRAGMENT);
        Set<Compiled> seen = new HashSet<>();
        for (Emit hit : keywords.trie.parseText(text.substring(begin, end))) {
          seen.addAll(keywords.of(hit));
        }
        seen.forEach(rule -> rule.find(text, begin, end, found));
      }
      return found;
    }
  }

  /** Windows around the hits of an Aho-Corasick automaton, each by RE2/J. */
  public static final class Windows {
    private static final int BEFORE = 128;
    private static final int AFTER = 384;

    private final Keywords keywords;

    /**
     * Compiles it.
     *
     * @param rules what to look for
     */
    public Windows(List<LeakRule> rules) {
      keywords = new Keywords(rules);
    }

    /**
     * Looks through a text.
     *
     * @param text in ASCII
     * @return the values that are not cut by an edge
     */
    public Set<Span> find(String text) {
      Set<Span> found = new HashSet<>();
      Map<Compiled, Window> open = new LinkedHashMap<>();
      for (Emit hit : keywords.trie.parseText(text)) {
        int from = Math.max(0, hit.getStart() - BEFORE);
        int to = Math.min(text.length(), hit.getEnd() + AFTER);
        for (Compiled rule : keywords.of(hit)) {
          Window last = open.get(rule);
          if (last != null && from > last.to()) {
            rule.find(text, last.from(), last.to(), found);
            last = null;
          }
          open.put(rule, new Window(last == null ? from : last.from(), to));
        }
      }
      open.forEach((rule, last) -> rule.find(text, last.from(), last.to(), found));
      return found;
    }

    /** The hits of one rule that are near each other share one. */
    private record Window(int from, int to) {}
  }
}
