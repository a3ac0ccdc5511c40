package io.egressrules.engine.author.text;

import io.egressrules.policy.SourceLocation;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The parser's events of one text; whatever the parser throws becomes a {@link YamlRefusal}.
 *
 * <p>A host pattern such as {@code *.example.com} without quotes is the commonest mistake in a
 * policy, and ends the parser's work: it takes the star for an alias. Such a star can be covered by
 * another character, so that a second reading comes further and reports it in its place.
 */
final class YamlEvents {
  private static final String COVER = ".";
  private static final Pattern PATTERN = Pattern.compile("\\*[^\\s,\\[\\]{}]*");

  private final Source source;
  private final Set<Integer> stars = new HashSet<>();
  private String text;

  YamlEvents(Source source) {
    this.source = source;
    this.text = source.text();
  }

  /** The events from the beginning of the stream. */
  Iterator<Event> iterator() {
    LoadSettings settings =
        LoadSettings.builder().setLabel(source.name()).setCodePointLimit(TextFile.LIMIT).build();
    Iterator<Event> parser = new ParserImpl(settings, new StreamReader(settings, text));
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

  private Event nextOf(Iterator<Event> parser) {
    try {
      return parser.next();
    } catch (MarkedYamlEngineException refused) {
      throw SyntaxAdvice.refusal(refused, source);
    } catch (RuntimeException | StackOverflowError failed) {
      String advice = "the text is no yaml 1.2; write it as the examples in POLICY-FILE.md";
      throw new YamlRefusal(Code.MALFORMED_YAML, source.at(0, 0), advice);
    }
  }

  /**
   * Covers a star that was taken for an alias.
   *
   * @param star its place in the text, in code points
   * @return whether another reading comes further; not when as many were covered as can be shown
   */
  boolean cover(int star) {
    if (stars.size() == Problems.SHOWN || !stars.add(star)) {
      return false;
    }
    int at = text.offsetByCodePoints(0, star);
    text = text.substring(0, at) + COVER + text.substring(at + 1);
    return true;
  }

  /** Whether a text begins with a star that was covered. */
  boolean isUnquotedStar(ScalarEvent event) {
    return event.isPlain()
        && event.getStartMark().filter(mark -> stars.contains(mark.getIndex())).isPresent();
  }

  /** Reports every star that was covered, whatever the parser made of it. */
  void reportStars(Problems problems) {
    for (int star : stars) {
      int at = text.offsetByCodePoints(0, star);
      Matcher pattern = PATTERN.matcher(source.text()).region(at, text.length());
      String meant = pattern.lookingAt() ? pattern.group() : "*";
      String advice =
          "a text that begins with `*` stands in double quotes; write "
              + Quoted.of("\"" + meant + "\"");
      problems.add(Code.MALFORMED_YAML, source.locationOf(at), advice);
    }
  }

  /** Where an event begins. */
  SourceLocation locationOf(Event event) {
    return event
        .getStartMark()
        .map(mark -> source.at(mark.getLine(), mark.getColumn()))
        .orElseGet(() -> source.at(0, 0));
  }
}
