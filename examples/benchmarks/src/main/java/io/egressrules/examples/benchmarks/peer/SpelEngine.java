package io.egressrules.examples.benchmarks.peer;

import io.egressrules.examples.benchmarks.workload.Entry;
import io.egressrules.examples.benchmarks.workload.Rules;
import java.util.ArrayList;
import java.util.List;
import org.springframework.expression.Expression;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;

/** SpEL as it comes, interpreted: one parsed expression for each rule, deny rules first. */
public final class SpelEngine implements Engine {
  private final List<Expression> denies = new ArrayList<>();
  private final List<Expression> allows = new ArrayList<>();
  private final SimpleEvaluationContext context =
      SimpleEvaluationContext.forReadOnlyDataBinding().withInstanceMethods().build();

  private SpelEngine() {}

  /**
   * What an expression is about.
   *
   * @param host the host
   * @param port the port
   * @param method the method
   * @param path the path
   */
  public record Call(String host, int port, String method, String path) {}

  /**
   * An engine.
   *
   * @param rules what it decides by
   * @return a new engine
   */
  public static SpelEngine of(Rules rules) {
    SpelEngine engine = new SpelEngine();
    ExpressionParser parser = new SpelExpressionParser();
    for (int number = 0; number < rules.entries(); number++) {
      Entry entry = rules.entry(number);
      (Rules.denies(entry.rule()) ? engine.denies : engine.allows)
          .add(parser.parseExpression(text(entry)));
    }
    return engine;
  }

  private static String text(Entry entry) {
    String host =
        entry.below() ? "host.endsWith('." + entry.name() + "')" : "host == '" + entry.name() + "'";
    return host
        + " and port == 443 and (method == 'GET' or method == 'POST') and path.startsWith('/v1/')";
  }

  @Override
  public boolean allows(String host) {
    Call call = new Call(host, Rules.PORT, "GET", Rules.PATH + "orders");
    return !any(denies, call) && any(allows, call);
  }

  private boolean any(List<Expression> expressions, Call call) {
    for (Expression expression : expressions) {
      if (Boolean.TRUE.equals(expression.getValue(context, call, Boolean.class))) {
        return true;
      }
    }
    return false;
  }
}
