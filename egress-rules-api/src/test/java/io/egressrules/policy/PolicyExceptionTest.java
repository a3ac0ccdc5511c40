package io.egressrules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyExceptionTest {
  private static final Problem ERROR =
      Problem.error("unknown-key", new SourceLocation("a.yaml", 2, 3), "unknown key `x`")
          .withExcerpt("  x: 1");
  private static final Problem WARNING =
      Problem.warning("unused-group", new SourceLocation("a.yaml", 9, 1), "group `g` is not used");

  @Test
  void itSaysAndCarriesEveryProblemInOrder() {
    PolicyException refused = new PolicyException(List.of(ERROR, WARNING));
    assertThat(refused.problems()).containsExactly(ERROR, WARNING);
    assertThat(refused)
        .hasMessage(
            """
            a.yaml:2:3: error: unknown key `x` [unknown-key]
                x: 1
                ^
            a.yaml:9:1: warning: group `g` is not used [unused-group]""");
  }

  @Test
  void theListIsCopied() {
    List<Problem> problems = new ArrayList<>(List.of(ERROR));
    PolicyException refused = new PolicyException(problems);
    problems.clear();
    assertThat(refused.problems()).containsExactly(ERROR);
    assertThatThrownBy(() -> refused.problems().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aPolicyIsNotRefusedForNothing() {
    assertThatThrownBy(() -> new PolicyException(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Regression: the problems were gone, and the list empty against its contract. */
  @Test
  void theProblemsSurviveSerialization() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new PolicyException(List.of(ERROR, WARNING)));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      PolicyException read = (PolicyException) in.readObject();
      assertThat(read.problems()).containsExactly(ERROR, WARNING);
      assertThat(read).hasMessage(new PolicyException(List.of(ERROR, WARNING)).getMessage());
    }
  }
}
