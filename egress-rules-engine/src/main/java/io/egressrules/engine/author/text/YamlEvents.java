package io.egressrules.engine.author.text;

import io.egressrules.policy.SourceLocation;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The parser's events of one text; whatever the parser throws becomes a {@link YamlRefusal}.
 *
 * <p>A host pattern such as {@code *.example.com} without quotes is the commonest mistake in a
 * policy, and ends the parser's work: it takes the star for an alias. Such stars are found first
 * and covered by another character, so that the reader can report each in its place and go on.
 */
final class YamlEvents {
  private static final String COVER = ".";

  private final Source source;
  private final Set<Integer> stars = new HashSet<>();
  private String text;

  YamlEvents(Source source) {
    this.source = source;
    this.text = source.text();
    coverStars();
  }

  /** The events from the beginning of the stream. */
  Iterator<Event> iterator() {
    Iterator<Event> parser = parser();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return parser.hasNext();
      }

      @Override
      public Event next() {
        return nextOf(parser);
      }
    };
  }

  private Iterator<Event> parser() {
    LoadSettings settings =
        LoadSettings.builder().setLabel(source.name()).setCodePointLimit(TextFile.LIMIT).build();
    return new ParserImpl(settings, new StreamReader(settings, text));
  }

  private Event nextOf(Iterator<Event> parser) {
    try {
      return parser.next();
    } catch (MarkedYamlEngineException refused) {
      throw SyntaxAdvice.refusal(refused, source);
    } catch (RuntimeException | StackOverflowError failed) {
      throw new YamlRefusal(
          Code.MALFORMED_YAML,
          source.at(0, 0),
          "the text is no yaml 1.2; write it as the examples in POLICY-FILE.md");
    }
  }

  private void coverStars() {
    Optional<Mark> star = text.indexOf('*') < 0 ? Optional.empty() : firstStar();
    while (star.isPresent() && stars.size() < Problems.SHOWN && stars.add(star.get().getIndex())) {
      int at = text.offsetByCodePoints(0, star.get().getIndex());
      text = text.substring(0, at) + COVER + text.substring(at + 1);
      star = firstStar();
    }
  }

  /** The first star that the parser takes for an alias whose name it cannot read. */
  private Optional<Mark> firstStar() {
    Iterator<Event> parser = parser();
    int depth = 0;
    try {
      while (depth <= YamlReader.MAX_DEPTH && parser.hasNext()) {
        Event event = parser.next();
        depth +=
            event instanceof CollectionStartEvent
                ? 1
                : event instanceof CollectionEndEvent ? -1 : 0;
      }
      return Optional.empty();
    } catch (MarkedYamlEngineException refused) {
      return SyntaxAdvice.isAlias(refused) ? refused.getContextMark() : Optional.empty();
    } catch (RuntimeException | StackOverflowError failed) {
      return Optional.empty();
    }
  }

  /** Whether a text begins with a star that was covered. */
  boolean isUnquotedStar(ScalarEvent event) {
    return event.isPlain()
        && event.getStartMark().filter(mark -> stars.contains(mark.getIndex())).isPresent();
  }

  /** Where an event begins. */
  SourceLocation locationOf(Event event) {
    return event
        .getStartMark()
        .map(mark -> source.at(mark.getLine(), mark.getColumn()))
        .orElseGet(() -> source.at(0, 0));
  }
}
