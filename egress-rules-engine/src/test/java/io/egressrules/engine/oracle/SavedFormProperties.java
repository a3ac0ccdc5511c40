package io.egressrules.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.EgressFilter;
import io.egressrules.EgressRequest;
import io.egressrules.engine.CompileOptions;
import io.egressrules.engine.EgressRules;
import io.egressrules.engine.compile.PolicyCompiler;
import io.egressrules.engine.compile.Settings;
import io.egressrules.engine.plan.Plan;
import io.egressrules.engine.saved.SavedForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy whose form was saved and opened is the policy that was compiled. */
class SavedFormProperties {
  private static final long OTHER_SEED = 8;

  @TempDir private Path directory;
  private Instant now = Vocabulary.NOW;

  private Law.ForRequests openedIsCompiled(PolicyText text) {
    EgressFilter compiled = EgressRules.compile(text.policy(), options().seed(OTHER_SEED));
    EgressFilter opened = EgressRules.open(saved(text), options());
    assertThat(opened.policyId()).isEqualTo(compiled.policyId());
    assertThat(opened.needs()).isEqualTo(compiled.needs());
    assertThat(EgressRules.statistics(opened)).isEqualTo(EgressRules.statistics(compiled));
    return request -> {
      now = request.at();
      EgressRequest asked = request.request();
      String broken = same(compiled.decide(asked), opened.decide(asked));
      return broken != null ? broken : same(compiled.explain(asked), opened.explain(asked));
    };
  }

  private CompileOptions options() {
    return CompileOptions.DEFAULT.clock(() -> now).seed(7);
  }

  private static @Nullable String same(Object expected, Object actual) {
    return expected.equals(actual) ? null : "expected " + expected + "\nbut was  " + actual;
  }

  private Path saved(PolicyText text) {
    try {
      Path file = directory.resolve("form");
      new SavedForm(List.of(), plan(text)).write(file);
      return file;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Plan plan(PolicyText text) {
    InstantSource clock = InstantSource.fixed(Vocabulary.NOW);
    Settings settings = new Settings(clock, 7, Integer.MAX_VALUE, planned -> {}, built -> {});
    return PolicyCompiler.compile(text.policy(), settings).plan();
  }

  @Test
  void smallPoliciesWhoseRulesMeetOften() {
    Law law = this::openedIsCompiled;
    law.holds("saved", 200, 60);
  }

  @Test
  void largePoliciesWithGroupsOfThousands() {
    Law law = this::openedIsCompiled;
    Draw draw = Draw.of("saved-large", 0);
    Vocabulary words = LargeVocabulary.of(draw);
    law.holds("saved-large", Policies.large(draw, words), new Requests(draw, words), 1500);
  }

  @Test
  void savingWhatWasReadWritesTheSameBytes() throws IOException {
    Path again = directory.resolve("again");
    for (int i = 0; i < 50 * Draw.FACTOR; i++) {
      Path form = saved(Policies.small(Draw.of("bytes", i)));
      SavedForm.read(form).write(again);
      assertThat(again).hasSameBinaryContentAs(form);
    }
  }

  @Test
  void compilingAgainWritesTheSameBytes() throws IOException {
    PolicyText text = Policies.small(Draw.of("again", 0));
    byte[] first = Files.readAllBytes(saved(text));
    assertThat(Files.readAllBytes(saved(text))).isEqualTo(first);
  }
}
