package io.egressrules.engine.author.text;

import io.egressrules.policy.SourceLocation;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in an author's words what the parser says in its own. */
final class SyntaxAdvice {
  private static final String ALIAS = "while scanning an alias";

  /** How the parser's problem begins, and what to do about it. */
  private static final Map<String, String> BY_PROBLEM =
      Map.of(
          "found character '\t(TAB)'", "a tab cannot indent; use spaces",
          "found character '\\t(TAB)'", "a tab cannot indent; use spaces",
          "found character '", "a text cannot begin with this character; put it in double quotes",
          "mapping values are not allowed here",
              "a `: ` cannot stand here; put a text that holds one in double quotes, or align the key with those above",
          "found unknown escape character",
              "this is no escape; write `\\\\` for a backslash, or use single quotes",
          "expected escape sequence of",
              "an escape needs its hexadecimal digits; write `\\\\` for a backslash",
          "expected <block end>", "this does not fit the lines above; align it with them",
          "expected '<document start>'", "this does not fit the lines above; align it with them",
          "could not find expected ':'", "a key needs `: ` and a value; write both");

  /** What the parser was in the middle of, and what to do about it. */
  private static final Map<String, String> BY_CONTEXT =
      Map.of(
          ALIAS,
          "a text that begins with `*` must stand in double quotes",
          "while scanning an anchor",
          "a text that begins with `&` must stand in double quotes",
          "while scanning a tag",
          "a text that begins with `!` must stand in double quotes",
          "while scanning a directive",
          "a text that begins with `%` must stand in double quotes",
          "while parsing a flow sequence",
          "the list that begins here is not closed; write `,` between its entries and `]` at its end",
          "while parsing a flow mapping",
          "the mapping that begins here is not closed; write `,` between its entries and `}` at its end");

  private SyntaxAdvice() {}

  static boolean isAlias(MarkedYamlEngineException refused) {
    return ALIAS.equals(refused.getContext());
  }

  static YamlRefusal refusal(MarkedYamlEngineException refused, Source source) {
    String context = refused.getContext() == null ? "" : refused.getContext();
    String problem = refused.getProblem() == null ? "" : refused.getProblem();
    if (problem.equals("found unexpected end of stream")) {
      return at(
          refused,
          true,
          source,
          "the quotation that begins here is not closed; write the closing quote");
    }
    String byContext = BY_CONTEXT.get(context);
    if (byContext != null) {
      return at(refused, true, source, byContext);
    }
    return at(refused, false, source, byProblem(problem));
  }

  private static String byProblem(String problem) {
    return BY_PROBLEM.entrySet().stream()
        .filter(entry -> problem.startsWith(entry.getKey()))
        .max(Map.Entry.comparingByKey((a, b) -> Integer.compare(a.length(), b.length())))
        .map(Map.Entry::getValue)
        .orElseGet(
            () ->
                "the text is no yaml from here on: "
                    + Quoted.of(problem.toLowerCase(Locale.ROOT))
                    + "; correct it");
  }

  private static YamlRefusal at(
      MarkedYamlEngineException refused, boolean begin, Source source, String advice) {
    Mark mark = (begin ? refused.getContextMark() : refused.getProblemMark()).orElse(null);
    SourceLocation where =
        mark == null ? source.at(0, 0) : source.at(mark.getLine(), mark.getColumn());
    return new YamlRefusal(Code.MALFORMED_YAML, where, advice);
  }
}
