package io.egressrules.engine.author.text;

import io.egressrules.engine.author.text.Node.Broken;
import io.egressrules.engine.author.text.Node.Entry;
import io.egressrules.engine.author.text.Node.Mapping;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Node.Sequence;
import io.egressrules.policy.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Builds nodes from the parser's events.
 *
 * <p>Events rather than the parser's own nodes: what policies do without is refused where it stands
 * and the reading goes on, and the depth is known before anything recurses.
 */
public final class YamlReader {
  /** The deepest nesting; a policy needs seven levels. */
  public static final int MAX_DEPTH = 16;

  private final YamlEvents events;
  private final Source source;
  private final Problems problems;

  private YamlReader(YamlEvents events, Source source) {
    this.events = events;
    this.source = source;
    this.problems = Problems.of(source);
  }

  /**
   * Reads the one document of a text.
   *
   * @param source the text
   * @param problems takes what is wrong
   * @return the document's node; empty when the text cannot be read to its end, which is then
   *     reported
   */
  public static Optional<Node> read(Source source, Problems problems) {
    YamlEvents events = new YamlEvents(source);
    while (true) {
      YamlReader reading = new YamlReader(events, source);
      Optional<Node> root = Optional.empty();
      try {
        root = reading.document();
      } catch (YamlRefusal refusal) {
        if (refusal.star().isPresent() && events.cover(refusal.star().getAsInt())) {
          continue;
        }
        refusal.reportTo(reading.problems);
      }
      events.reportStars(reading.problems);
      problems.addAll(reading.problems);
      return root;
    }
  }

  private Optional<Node> document() {
    Iterator<Event> stream = events.iterator();
    stream.next();
    if (!(stream.next() instanceof DocumentStartEvent start)) {
      throw new YamlRefusal(
          Code.EMPTY_TEXT,
          source.at(0, 0),
          "the text is empty; write at least `version: 1` and `policy: name`");
    }
    refuseDirectives(start);
    Node root = node(stream, stream.next(), 1);
    stream.next();
    Event end = stream.next();
    if (end instanceof DocumentStartEvent) {
      refuse(end, "a second document begins here; write one file for each");
    }
    return Optional.of(root);
  }

  private void refuseDirectives(DocumentStartEvent start) {
    boolean other =
        start.getSpecVersion().filter(v -> v.getMajor() != 1 || v.getMinor() != 2).isPresent();
    if (other || start.getTags().keySet().stream().anyMatch(handle -> !handle.startsWith("!"))) {
      refuse(start, "directives are not used here; remove the line that begins with `%`");
    }
  }

  private Node node(Iterator<Event> stream, Event event, int depth) {
    SourceLocation where = events.locationOf(event);
    if (depth > MAX_DEPTH) {
      throw new YamlRefusal(
          Code.TOO_DEEP,
          where,
          "more than " + MAX_DEPTH + " levels of nesting; a policy needs seven");
    }
    if (event instanceof AliasEvent alias) {
      refuse(event, aliasAdvice(alias));
      return new Broken(where);
    }
    refuseProperties((NodeEvent) event);
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, where);
    }
    return event instanceof SequenceStartEvent
        ? sequence(stream, where, depth)
        : mapping(stream, where, depth);
  }

  private Node scalar(ScalarEvent event, SourceLocation where) {
    if (events.isUnquotedStar(event)) {
      return new Broken(where);
    }
    return new Scalar(event.getValue(), event.isPlain(), where);
  }

  private Node sequence(Iterator<Event> stream, SourceLocation where, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event next = stream.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = stream.next()) {
      items.add(node(stream, next, depth + 1));
    }
    return new Sequence(List.copyOf(items), where);
  }

  private Node mapping(Iterator<Event> stream, SourceLocation where, int depth) {
    List<Entry> entries = new ArrayList<>();
    Map<String, SourceLocation> written = new HashMap<>();
    for (Event next = stream.next();
        next.getEventId() != Event.ID.MappingEnd;
        next = stream.next()) {
      Node key = node(stream, next, depth + 1);
      Node value = node(stream, stream.next(), depth + 1);
      if (key instanceof Scalar text && isNew(text, written)) {
        entries.add(new Entry(text, value));
      } else if (!(key instanceof Scalar) && !(key instanceof Broken)) {
        problems.add(
            Code.WRONG_TYPE,
            key.location(),
            "expected a key, found " + key.description() + "; a key is a text");
      }
    }
    return new Mapping(List.copyOf(entries), where);
  }

  private boolean isNew(Scalar key, Map<String, SourceLocation> written) {
    SourceLocation first = written.putIfAbsent(key.text(), key.location());
    if (first != null) {
      String advice =
          Quoted.of(key.text()) + " is already written in line " + first.line() + "; merge the two";
      problems.add(Code.DUPLICATE_KEY, key.location(), advice);
    }
    return first == null;
  }

  private void refuseProperties(NodeEvent event) {
    if (event.getAnchor().isPresent()) {
      refuse(
          event,
          "anchors are not used here; remove "
              + Quoted.of("&" + event.getAnchor().get().getValue()));
    }
    boolean tagged =
        event instanceof ScalarEvent scalar
            ? scalar.getTag().isPresent()
            : ((CollectionStartEvent) event).getTag().isPresent();
    if (tagged) {
      refuse(
          event,
          "tags are not used here; remove the word that begins with `!`, or put the text in double"
              + " quotes");
    }
  }

  private static String aliasAdvice(AliasEvent alias) {
    String text = Quoted.of("*" + alias.getAlias().getValue());
    return "aliases are not used here; write the value in place of "
        + text
        + ", or put the text in double quotes";
  }

  private void refuse(Event event, String advice) {
    problems.add(Code.REFUSED_YAML, events.locationOf(event), advice);
  }
}
