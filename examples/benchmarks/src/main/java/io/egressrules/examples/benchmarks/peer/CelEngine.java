package io.egressrules.examples.benchmarks.peer;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.egressrules.examples.benchmarks.workload.Entry;
import io.egressrules.examples.benchmarks.workload.Rules;
import java.util.Map;
import java.util.StringJoiner;

/** CEL: one compiled expression, in which the rules are terms. */
public final class CelEngine implements Engine {
  private static final int LONGEST = 1 << 20;
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(LONGEST)
          .build();

  private final CelRuntime.Program program;

  private CelEngine(CelRuntime.Program program) {
    this.program = program;
  }

  /**
   * An engine.
   *
   * @param rules what it decides by
   * @return a new engine
   * @throws Exception if the expression is not accepted
   */
  public static CelEngine of(Rules rules) throws Exception {
    StringJoiner allow = new StringJoiner(" || ", "(", ")");
    StringJoiner deny = new StringJoiner(" || ", "(", ")");
    for (int number = 0; number < rules.entries(); number++) {
      Entry entry = rules.entry(number);
      (Rules.denies(entry.rule()) ? deny : allow).add(text(entry));
    }
    CelCompiler compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .addVar("host", SimpleType.STRING)
            .addVar("port", SimpleType.INT)
            .addVar("method", SimpleType.STRING)
            .addVar("path", SimpleType.STRING)
            .build();
    CelAbstractSyntaxTree tree = compiler.compile("!" + deny + " && " + allow).getAst();
    CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
    return new CelEngine(runtime.createProgram(tree));
  }

  private static String text(Entry entry) {
    String host =
        entry.below() ? "host.endsWith('." + entry.name() + "')" : "host == '" + entry.name() + "'";
    return host + " && port == 443 && method in ['GET', 'POST'] && path.startsWith('/v1/')";
  }

  @Override
  public boolean allows(String host) throws Exception {
    Map<String, Object> call =
        Map.of(
            "host",
            host,
            "port",
            (long) Rules.PORT,
            "method",
            "GET",
            "path",
            Rules.PATH + "orders");
    return (Boolean) program.eval(call);
  }
}
