package io.egressrules.examples.modular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The libraries are modules: they resolve by name from the jars they say they need, and load. */
class ModulePathTest {
  private static final Set<String> OURS =
      Set.of("io.egressrules.api", "io.egressrules.engine", "io.egressrules.dlp");

  /** What the class path holds besides is for tests. */
  private static final Set<String> THEIRS =
      Set.of(
          "com.google.common",
          "com.google.common.util.concurrent.internal",
          "inet.ipaddr",
          "org.snakeyaml.engine",
          "re2j");

  @Test
  void the_libraries_resolve_without_any_client_library() {
    var configuration =
        ModuleLayer.boot().configuration().resolve(runTime(), ModuleFinder.of(), OURS);

    var layer = ModuleLayer.boot().defineModulesWithOneLoader(configuration, null);

    assertThat(layer.modules()).extracting(Module::getName).containsAll(OURS);
  }

  @Test
  void only_re2j_is_named_after_its_file() {
    assertThat(runTime().findAll())
        .extracting(ModuleReference::descriptor)
        .filteredOn(module -> module.isAutomatic())
        .extracting(module -> module.name())
        .containsExactly("re2j");
  }

  private static ModuleFinder runTime() {
    return ModuleFinder.of(
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(System.getProperty("java.class.path"))
            .map(Path::of)
            .filter(ModulePathTest::isRunTime)
            .toArray(Path[]::new));
  }

  private static boolean isRunTime(Path entry) {
    return ModuleFinder.of(entry).findAll().stream()
        .map(module -> module.descriptor().name())
        .anyMatch(name -> OURS.contains(name) || THEIRS.contains(name));
  }
}
