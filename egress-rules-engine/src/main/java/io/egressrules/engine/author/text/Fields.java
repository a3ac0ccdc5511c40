package io.egressrules.engine.author.text;

import io.egressrules.engine.author.text.Node.Entry;
import io.egressrules.engine.author.text.Node.Mapping;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Node.Sequence;
import io.egressrules.policy.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A mapping whose keys are known. Each accessor reports what is wrong with the value and returns
 * what is right.
 *
 * <p>A list of one may be written as its entry alone. An empty list is refused: it would read as a
 * restriction and restrict nothing.
 */
public final class Fields {
  private final Mapping mapping;
  private final Problems problems;

  private Fields(Mapping mapping, Problems problems) {
    this.mapping = mapping;
    this.problems = problems;
  }

  /**
   * A node as a mapping of known keys.
   *
   * @param node the node
   * @param what what it is, such as {@code a rule}
   * @param known the keys that mean something
   * @param problems takes keys that are not known, and a node that is no mapping
   * @return the mapping; empty when the node is none
   */
  public static Optional<Fields> of(
      Node node, String what, Collection<String> known, Problems problems) {
    String expected = what + ", a mapping such as `{" + known.iterator().next() + ": …}`";
    Optional<Mapping> mapping = mapping(node, expected, problems);
    mapping.ifPresent(read -> reportUnknown(read, what, known, problems));
    return mapping.map(read -> new Fields(read, problems));
  }

  private static void reportUnknown(
      Mapping mapping, String what, Collection<String> known, Problems problems) {
    for (Entry entry : mapping.entries()) {
      Scalar key = entry.key();
      if (!known.contains(key.text())) {
        String message =
            "unknown key "
                + Quoted.of(key.text())
                + " in "
                + what
                + "; "
                + Suggestion.of(key.text(), known);
        problems.add(Code.UNKNOWN_KEY, key.location(), message);
      }
    }
  }

  /**
   * A node as a mapping of any keys.
   *
   * @param node the node
   * @param expected what belongs there, for the message
   * @param problems takes a node that is no mapping
   * @return the mapping; empty when the node is none
   */
  public static Optional<Mapping> mapping(Node node, String expected, Problems problems) {
    if (node instanceof Mapping mapping) {
      return Optional.of(mapping);
    }
    reportType(node, expected, problems);
    return Optional.empty();
  }

  private static void reportType(Node node, String expected, Problems problems) {
    if (node instanceof Node.Broken) {
      problems.meetAgain();
    } else {
      boolean nothing = node instanceof Scalar scalar && scalar.isNothing();
      Code code = nothing ? Code.EMPTY_VALUE : Code.WRONG_TYPE;
      String message = "expected " + expected + ", found " + node.description();
      problems.add(code, node.location(), message);
    }
  }

  /**
   * Where the mapping begins.
   *
   * @return the place of its first key
   */
  public SourceLocation location() {
    return mapping.location();
  }

  /**
   * The problems that the accessors add to.
   *
   * @return the collection that was given
   */
  public Problems problems() {
    return problems;
  }

  /**
   * The entries.
   *
   * @return keys, known or not, with their values
   */
  public List<Entry> entries() {
    return mapping.entries();
  }

  /**
   * The entry of a key.
   *
   * @param key the key
   * @return the entry; empty when the key is not written
   */
  public Optional<Entry> entry(String key) {
    return mapping.entries().stream().filter(entry -> entry.key().text().equals(key)).findFirst();
  }

  /**
   * The value of a key.
   *
   * @param key the key
   * @return the value; empty when the key is not written, or has none, which is reported
   */
  public Optional<Node> value(String key) {
    return entry(key).filter(this::isSomething).map(Entry::value);
  }

  private boolean isSomething(Entry entry) {
    boolean nothing = entry.value() instanceof Scalar scalar && scalar.isNothing();
    if (nothing) {
      String key = Quoted.of(entry.key().text());
      problems.add(
          Code.EMPTY_VALUE,
          entry.key().location(),
          key + " has no value; write one, or remove the key");
    }
    return !nothing;
  }

  /**
   * The value of a key that must be written.
   *
   * @param key the key
   * @param example a value, for the message
   * @return the value; empty when there is none, which is reported
   */
  public Optional<Node> required(String key, String example) {
    if (entry(key).isEmpty()) {
      String message = "`" + key + "` is missing; write `" + key + ": " + example + "`";
      problems.add(Code.MISSING_KEY, mapping.location(), message);
    }
    return value(key);
  }

  /**
   * The text of a key.
   *
   * @param key the key
   * @return the text; empty when the key is not written, or its value is no text, which is reported
   */
  public Optional<Scalar> text(String key) {
    return value(key).flatMap(node -> text(node, "a text"));
  }

  /**
   * The text of a key that must be written.
   *
   * @param key the key
   * @param example a value, for the message
   * @return the text; empty when there is none, which is reported
   */
  public Optional<Scalar> requiredText(String key, String example) {
    return required(key, example).flatMap(node -> text(node, "a text such as `" + example + "`"));
  }

  /**
   * A node as a text.
   *
   * @param node the node
   * @param expected what belongs there, for the message
   * @return the text; empty when the node is none, which is reported
   */
  public Optional<Scalar> text(Node node, String expected) {
    if (node instanceof Scalar scalar && !scalar.isNothing()) {
      return Optional.of(scalar);
    }
    reportType(node, expected, problems);
    return Optional.empty();
  }

  /**
   * The texts of a key.
   *
   * @param key the key
   * @return the texts; empty when the key is not written; what is wrong, also an empty list, is
   *     reported
   */
  public List<Scalar> texts(String key) {
    return value(key).map(node -> texts(node, key)).orElse(List.of());
  }

  /**
   * A node as a list of texts.
   *
   * @param node the node
   * @param key whose value it is, for messages
   * @return the texts; what is wrong, also an empty list, is reported
   */
  public List<Scalar> texts(Node node, String key) {
    List<Scalar> texts = new ArrayList<>();
    List<Node> items = items(node);
    if (items.isEmpty()) {
      String message =
          Quoted.of(key)
              + " is an empty list, which restricts nothing; write entries, or remove the key";
      problems.add(Code.EMPTY_VALUE, node.location(), message);
    }
    boolean single = !(node instanceof Sequence);
    for (Node item : items) {
      text(item, single ? "a list such as `[a, b]`" : "a text").ifPresent(texts::add);
    }
    return texts;
  }

  /**
   * The items of a node.
   *
   * @param node the node
   * @return the items of a list, else the node alone
   */
  public static List<Node> items(Node node) {
    return node instanceof Sequence list ? list.items() : List.of(node);
  }
}
