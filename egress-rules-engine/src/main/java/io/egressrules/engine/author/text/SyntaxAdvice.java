package io.egressrules.engine.author.text;

import com.google.common.collect.ImmutableMap;
import io.egressrules.policy.SourceLocation;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in an author's words what the parser says in its own. */
final class SyntaxAdvice {
  private static final String ALIAS = "while scanning an alias";

  /** What the parser was in the middle of, and what to do about it where that begins. */
  private static final Map<String, String> BY_CONTEXT =
      ImmutableMap.<String, String>builder()
          .put(ALIAS, "a text that begins with `*` stands in double quotes")
          .put("while scanning an anchor", "a text that begins with `&` stands in double quotes")
          .put("while scanning a tag", "a text that begins with `!` stands in double quotes")
          .put("while scanning a directive", "a text that begins with `%` stands in double quotes")
          .put(
              "while parsing a flow sequence",
              "the list that begins here is not closed; write `,` between its entries and `]` at its"
                  + " end")
          .put(
              "while parsing a flow mapping",
              "the mapping that begins here is not closed; write `,` between its entries and `}` at"
                  + " its end")
          .build();

  /** How the parser's problem begins, and what to do about it; the first that fits. */
  private static final Map<String, String> BY_PROBLEM =
      ImmutableMap.<String, String>builder()
          .put("found character '\\t(TAB)'", "a tab cannot indent; use spaces")
          .put(
              "found character '",
              "a text cannot begin with this character; put it in double quotes")
          .put(
              "mapping values are not allowed here",
              "a `: ` cannot stand here; put a text that holds one in double quotes, or align the key"
                  + " with those above")
          .put(
              "found unknown escape character",
              "this is no escape; write `\\\\` for a backslash, or use single quotes")
          .put(
              "expected escape sequence of",
              "an escape needs its hexadecimal digits; write `\\\\` for a backslash")
          .put("expected <block end>", "this does not fit the lines above; align it with them")
          .put(
              "expected '<document start>'",
              "this does not fit the lines above; align it with them")
          .put("could not find expected ':'", "a key needs `: ` and a value; write both")
          .build();

  private SyntaxAdvice() {}

  static YamlRefusal refusal(MarkedYamlEngineException refused, Source source) {
    String context = Objects.requireNonNullElse(refused.getContext(), "");
    String problem = Objects.requireNonNullElse(refused.getProblem(), "");
    if (problem.equals("found unexpected end of stream")) {
      String advice = "the quotation that begins here is not closed; write the closing quote";
      return new YamlRefusal(Code.MALFORMED_YAML, place(refused.getContextMark(), source), advice);
    }
    String byContext = BY_CONTEXT.get(context);
    if (byContext == null) {
      return new YamlRefusal(
          Code.MALFORMED_YAML, place(refused.getProblemMark(), source), byProblem(problem));
    }
    int star = context.equals(ALIAS) ? refused.getContextMark().map(Mark::getIndex).orElse(-1) : -1;
    return new YamlRefusal(
        Code.MALFORMED_YAML, place(refused.getContextMark(), source), byContext, star);
  }

  private static String byProblem(String problem) {
    return BY_PROBLEM.entrySet().stream()
        .filter(entry -> problem.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> other(problem));
  }

  private static String other(String problem) {
    return "the text is no yaml from here on: "
        + Quoted.of(problem.toLowerCase(Locale.ROOT))
        + "; correct it";
  }

  private static SourceLocation place(Optional<Mark> mark, Source source) {
    return mark.map(at -> source.at(at.getLine(), at.getColumn())).orElseGet(() -> source.at(0, 0));
  }
}
