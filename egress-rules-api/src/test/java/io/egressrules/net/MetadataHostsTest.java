package io.egressrules.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataHostsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata.google.internal",
        "METADATA.google.internal.",
        "metadata",
        "instance-data.ec2.internal",
        "metadata.tencentyun.com",
        "api.metadata.cloud.ibm.com"
      })
  void knowsTheNamesOfTheLargeClouds(DomainName name) {
    assertThat(MetadataHosts.contains(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.metadata.google.internal", "google.internal", "metadata.a.test"})
  void matchesExactly(DomainName name) {
    assertThat(MetadataHosts.contains(name)).isFalse();
  }

  @Test
  void namesAreSortedAndCannotBeChanged() {
    assertThat(MetadataHosts.names()).isUnmodifiable();
    assertThat(MetadataHosts.names().stream().toList()).isSorted();
  }
}
