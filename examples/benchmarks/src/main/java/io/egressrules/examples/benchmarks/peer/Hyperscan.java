package io.egressrules.examples.benchmarks.peer;

import com.gliwka.hyperscan.wrapper.CompileErrorException;
import com.gliwka.hyperscan.wrapper.Database;
import com.gliwka.hyperscan.wrapper.Expression;
import com.gliwka.hyperscan.wrapper.ExpressionFlag;
import com.gliwka.hyperscan.wrapper.Scanner;
import io.egressrules.examples.benchmarks.workload.LeakRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A native scanner for many patterns. It says only which of them are in a text: where matches begin
 * it cannot tell of patterns of this size.
 */
public final class Hyperscan implements AutoCloseable {
  private final Database database;
  private final Scanner scanner = new Scanner();

  /**
   * Compiles it.
   *
   * @param rules what to look for
   * @throws CompileErrorException if it cannot be compiled
   */
  public Hyperscan(List<LeakRule> rules) throws CompileErrorException {
    List<Expression> expressions = new ArrayList<>();
    for (LeakRule rule : rules) {
      expressions.add(
          new Expression(rule.pattern(), ExpressionFlag.SINGLEMATCH, expressions.size()));
    }
    database = Database.compile(expressions);
    scanner.allocScratch(database);
  }

  /**
   * Looks through a text.
   *
   * @param text the text
   * @return how many rules found something
   */
  public int count(String text) {
    return scanner.scan(database, text).size();
  }

  @Override
  public void close() throws IOException {
    scanner.close();
    database.close();
  }
}
