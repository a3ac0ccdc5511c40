package io.egressrules.engine.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.BodyFacts;
import io.egressrules.EgressDeniedException;
import io.egressrules.Headers;
import io.egressrules.Obligation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class BodyGateProperties {
  private static final String SECRET = "aab";

  @Property
  void however_a_body_is_cut_no_secret_leaves_and_all_else_does(
      @ForAll @Size(max = 8)
          List<@CharRange(from = 'a', to = 'c') @StringLength(max = 6) String> chunks,
      @ForAll @IntRange(max = 12) int hold)
      throws IOException {
    String body = String.join("", chunks);
    StringBuilder left = new StringBuilder();
    boolean denied = false;
    try (BodyGate gate = gate(hold)) {
      for (String chunk : chunks) {
        gate.write(bytes(chunk), out -> left.append(StandardCharsets.ISO_8859_1.decode(out)));
      }
      gate.finish(out -> left.append(StandardCharsets.ISO_8859_1.decode(out)));
    } catch (EgressDeniedException found) {
      denied = true;
    }

    assertThat(denied).isEqualTo(body.contains(SECRET));
    assertThat(left.toString()).doesNotContain(SECRET);
    assertThat(body).startsWith(left.toString());
    if (!denied) {
      assertThat(left).hasToString(body);
    } else if (body.length() <= hold) {
      assertThat(left).isEmpty();
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static BodyGate gate(int hold) throws IOException {
    FakeFilter filter =
        new FakeFilter()
            .allow("a.test", new Obligation.Inspect(Set.of(FindText.PROFILE)))
            .at("192.0.2.1");
    Sequence sequence = new Sequence(filter);
    sequence.guard.inspectors(FindText.denying(SECRET)).hold(hold);
    Enforcement enforcement = sequence.installed();
    return enforcement.body(
        enforcement.connect(sequence.admitted("http://a.test/")),
        Headers.NONE,
        BodyFacts.declared(BodyFacts.UNKNOWN_LENGTH, null, null));
  }
}
