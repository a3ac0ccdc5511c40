package io.egressrules.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.egressrules.EgressRequest;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyInspectorTest {

  /** An inspector as a jar would provide it. */
  public static final class Provided implements BodyInspector {
    @Override
    public Set<String> profiles() {
      return Set.of("pii");
    }

    @Override
    public Inspection begin(EgressRequest request, Set<String> profiles) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void inspectorsAreFoundOnTheClassPath(@TempDir Path jar) throws IOException {
    provide(jar, Provided.class.getName());
    assertThat(profilesProvidedBy(jar)).containsExactly("pii");
  }

  @Test
  void withoutAProviderThereAreNone(@TempDir Path jar) throws IOException {
    assertThat(profilesProvidedBy(jar)).isEmpty();
  }

  /** A guard that took a broken inspector for none would send what must be inspected. */
  @Test
  void anInspectorThatCannotBeLoadedIsAnError(@TempDir Path jar) throws IOException {
    provide(jar, "io.egressrules.spi.Missing");
    assertThatThrownBy(() -> profilesProvidedBy(jar)).isInstanceOf(ServiceConfigurationError.class);
  }

  private static void provide(Path jar, String implementation) throws IOException {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    Files.writeString(services.resolve(BodyInspector.class.getName()), implementation);
  }

  private static Set<String> profilesProvidedBy(Path jar) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] path = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, BodyInspector.class.getClassLoader())) {
      thread.setContextClassLoader(loader);
      return Set.copyOf(
          BodyInspector.provided().flatMap(inspector -> inspector.profiles().stream()).toList());
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
