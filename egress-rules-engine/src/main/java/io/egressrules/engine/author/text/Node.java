package io.egressrules.engine.author.text;

import io.egressrules.policy.SourceLocation;
import java.util.List;
import java.util.Set;

/**
 * A part of a text: a text, a list, a mapping, or something that is wrong and already reported.
 * Immutable.
 */
public sealed interface Node {

  /**
   * Where the part begins.
   *
   * @return the place of its first character
   */
  SourceLocation location();

  /**
   * What the part is, for a message.
   *
   * @return words such as {@code a list}
   */
  String description();

  /**
   * A text.
   *
   * @param text the characters, after quotes and escapes are taken away
   * @param plain whether it is written without quotes
   * @param location where it begins
   */
  record Scalar(String text, boolean plain, SourceLocation location) implements Node {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /**
     * Whether nothing is written, or a word for it (YAML 1.2.2 section 10.3.2).
     *
     * @return true for an unquoted {@code null}, {@code ~} or nothing
     */
    public boolean isNothing() {
      return plain && NOTHING.contains(text);
    }

    @Override
    public String description() {
      return isNothing() ? "nothing" : "the text " + Quoted.of(text);
    }
  }

  /**
   * A list.
   *
   * @param items its items
   * @param location where it begins
   */
  record Sequence(List<Node> items, SourceLocation location) implements Node {
    @Override
    public String description() {
      return "a list";
    }
  }

  /**
   * A mapping.
   *
   * @param entries its entries, no key twice
   * @param location where it begins
   */
  record Mapping(List<Entry> entries, SourceLocation location) implements Node {
    @Override
    public String description() {
      return "a mapping";
    }
  }

  /**
   * One entry of a mapping.
   *
   * @param key the key
   * @param value the value
   */
  record Entry(Scalar key, Node value) {}

  /**
   * Something that is wrong and already reported.
   *
   * @param location where it begins
   */
  record Broken(SourceLocation location) implements Node {
    @Override
    public String description() {
      return "something that is not readable";
    }
  }
}
