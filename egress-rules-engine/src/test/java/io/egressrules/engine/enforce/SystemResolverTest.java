package io.egressrules.engine.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.net.DomainName;
import java.net.InetAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SystemResolverTest {

  @Test
  void localhost_resolves_as_the_jdk_has_it() throws Exception {
    assertThat(SystemResolver.INSTANCE.resolve(DomainName.parse("localhost")))
        .extracting(address -> address.toInetAddress())
        .containsExactlyElementsOf(Arrays.asList(InetAddress.getAllByName("localhost")));
  }
}
