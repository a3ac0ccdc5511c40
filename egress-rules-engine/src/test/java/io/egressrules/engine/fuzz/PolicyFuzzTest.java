package io.egressrules.engine.fuzz;

import static io.egressrules.engine.fuzz.Hostile.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.egressrules.engine.author.PolicyReader;
import io.egressrules.engine.author.PolicyWriter;
import io.egressrules.policy.Policy;
import io.egressrules.policy.PolicyException;
import io.egressrules.policy.Problem;
import java.nio.file.Path;

/** A policy text is read whole, and written and read again is the same; or all is shown. */
class PolicyFuzzTest {
  private static final Path NOWHERE = Path.of("target", "no-list-files");

  @FuzzTest
  void readOrRefused(byte[] bytes) {
    Hostile.read(
        bytes,
        text -> {
          try {
            Policy policy = read(text);
            require(read(PolicyWriter.write(policy)).equals(policy), "written as another policy");
          } catch (PolicyException refused) {
            require(!refused.problems().isEmpty(), "refused for nothing");
            refused.problems().forEach(PolicyFuzzTest::isShowable);
          }
        });
  }

  private static Policy read(String text) {
    return PolicyReader.DEFAULT.read(text, "policy.yaml", NOWHERE);
  }

  private static void isShowable(Problem problem) {
    require(!problem.message().isEmpty(), "a problem without words");
    require(problem.message().chars().allMatch(PolicyFuzzTest::isShown), "a message of two lines");
  }

  private static boolean isShown(int c) {
    return c >= ' ' && (c < 0x7f || c > 0x9f) && c != 0x202e && c != 0xfeff;
  }
}
