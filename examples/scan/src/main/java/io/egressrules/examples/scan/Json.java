package io.egressrules.examples.scan;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes maps, collections, numbers, booleans and texts as JSON (RFC 8259). */
final class Json {
  private final StringBuilder text = new StringBuilder();

  private Json() {}

  static String of(Object value) {
    Json json = new Json();
    json.write(value);
    return json.text.toString();
  }

  /** Members of an object in their order: names, each before its value. */
  static Map<String, Object> members(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return members;
  }

  private void write(Object value) {
    if (value instanceof Map<?, ?> members) {
      object(members);
    } else if (value instanceof Collection<?> elements) {
      array(elements);
    } else if (value instanceof Number || value instanceof Boolean) {
      text.append(value);
    } else {
      string(value.toString());
    }
  }

  private void object(Map<?, ?> members) {
    String mark = "{";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      text.append(mark);
      string(member.getKey().toString());
      text.append(':');
      write(member.getValue());
      mark = ",";
    }
    text.append(members.isEmpty() ? "{}" : "}");
  }

  private void array(Collection<?> elements) {
    text.append('[');
    for (Iterator<?> rest = elements.iterator(); rest.hasNext(); ) {
      write(rest.next());
      text.append(rest.hasNext() ? "," : "");
    }
    text.append(']');
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
