package io.egressrules.engine.enforce;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.egressrules.Capability;
import io.egressrules.EgressFilter;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EgressGuardTest {
  private static final ClientAbilities BODILESS =
      ClientAbilities.of("bodiless", Set.of(Capability.REQUEST, Capability.ADDRESSES));

  @Test
  void policy_that_needs_more_than_the_client_can_do_is_not_installed() {
    EgressGuard guard = EgressGuard.builder(new FakeFilter().needs(Capability.BODY)).build();

    assertThatIllegalStateException()
        .isThrownBy(() -> guard.install(BODILESS))
        .withMessageContainingAll("`bodiless`", "BODY", "acceptGaps");
  }

  @Test
  void gap_that_is_named_is_accepted_and_no_other() {
    EgressFilter needy = new FakeFilter().needs(Capability.BODY, Capability.REDIRECTS);

    assertThatCode(
            () ->
                EgressGuard.builder(needy)
                    .acceptGaps(Capability.BODY, Capability.REDIRECTS)
                    .build()
                    .install(BODILESS))
        .doesNotThrowAnyException();
    assertThatIllegalStateException()
        .isThrownBy(
            () -> EgressGuard.builder(needy).acceptGaps(Capability.BODY).build().install(BODILESS))
        .withMessageContaining("[REDIRECTS]");
  }

  @Test
  void missing_policy_is_not_installed() {
    AtomicReference<@Nullable EgressFilter> none = new AtomicReference<>();

    assertThatIllegalStateException()
        .isThrownBy(() -> EgressGuard.builder(none::get).build().install(BODILESS))
        .withMessageContaining("no policy");
  }

  @Test
  void nonsense_is_refused_when_it_is_stated() {
    EgressGuard.Builder guard = EgressGuard.builder(new FakeFilter());

    assertThatIllegalArgumentException().isThrownBy(() -> guard.hold(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> guard.redirectLimit(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> DeclaredProxy.of("proxy.test", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> DeclaredProxy.of("0x7f.1", 3128));
  }
}
