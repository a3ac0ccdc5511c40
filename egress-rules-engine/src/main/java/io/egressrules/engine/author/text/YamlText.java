package io.egressrules.engine.author.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Writes mappings as YAML in one way only: two blanks a level, short lists on one line, quotes only
 * where needed. Not safe for use by several threads.
 */
public final class YamlText {
  private static final int WIDTH = 100;

  /** Words that are a text to every reader of YAML, in every place. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\w$./][\\w$./*+@()-]*( [\\w$./(][\\w$./*+@()-]*)*");

  /** Words that some reader of YAML takes for something else than a text. */
  private static final Pattern LITERAL =
      Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n|[.\\d][\\da-fox_.e+-]*");

  private final StringBuilder out = new StringBuilder();
  private int depth;
  private boolean itemBegins;

  /** A text without keys. */
  public YamlText() {}

  /**
   * Writes a key and a value that is no text to other readers of YAML, such as a number or date.
   *
   * @param key the key
   * @param value the value, written as it is
   */
  public void literal(String key, Object value) {
    line(scalar(key) + ": " + value);
  }

  /**
   * Writes a key and its text.
   *
   * @param key the key
   * @param value the text, quoted where needed
   */
  public void text(String key, String value) {
    literal(key, scalar(value));
  }

  /**
   * Writes a key and a list of texts.
   *
   * @param key the key
   * @param values the texts, quoted where needed
   */
  public void texts(String key, List<String> values) {
    literals(key, values.stream().map(YamlText::scalar).toList());
  }

  /**
   * Writes a key and a list of values that are no texts to other readers of YAML.
   *
   * @param key the key
   * @param values the values, written as they are
   */
  public void literals(String key, List<String> values) {
    String flow = scalar(key) + ": [" + String.join(", ", values) + "]";
    if (2 * depth + flow.length() <= WIDTH) {
      line(flow);
    } else {
      line(scalar(key) + ":");
      values.forEach(
          value -> out.append("  ".repeat(depth + 1)).append("- ").append(value).append('\n'));
    }
  }

  /**
   * Writes a key and a mapping.
   *
   * @param key the key
   * @param content writes the mapping's keys, at least one
   */
  public void mapping(String key, Runnable content) {
    line(scalar(key) + ":");
    depth++;
    content.run();
    depth--;
  }

  /**
   * Writes a key and a list of mappings.
   *
   * @param key the key
   * @param items what the mappings are about
   * @param content writes the keys of one mapping, at least one
   * @param <T> the kind of item
   */
  public <T> void items(String key, List<T> items, Consumer<T> content) {
    line(scalar(key) + ":");
    depth += 2;
    for (T item : items) {
      itemBegins = true;
      content.accept(item);
    }
    depth -= 2;
  }

  private void line(String text) {
    out.append(itemBegins ? "  ".repeat(depth - 1) + "- " : "  ".repeat(depth))
        .append(text)
        .append('\n');
    itemBegins = false;
  }

  private static String scalar(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !LITERAL.matcher(text).matches();
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> appendEscaped(quoted, c));
    return quoted.append('"').toString();
  }

  private static void appendEscaped(StringBuilder quoted, int c) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').append((char) c);
    } else if (c == '\n') {
      quoted.append("\\n");
    } else if (Characters.isVisible(c)) {
      quoted.appendCodePoint(c);
    } else {
      quoted.append(String.format(c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
    }
  }

  /** Everything written so far. */
  @Override
  public String toString() {
    return out.toString();
  }
}
