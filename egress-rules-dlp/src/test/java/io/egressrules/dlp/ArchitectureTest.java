package io.egressrules.dlp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** dlp → api: detectors see the interfaces they serve, a regex engine, and no network. */
@AnalyzeClasses(packages = "io.egressrules.dlp", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {
  private static final String DLP = "io.egressrules.dlp..";

  @ArchTest
  static final ArchRule dlp_knows_the_api_only =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              DLP,
              "io.egressrules",
              "io.egressrules.net",
              "io.egressrules.policy",
              "io.egressrules.spi",
              "com.google.re2j",
              "java..",
              "javax.crypto..",
              "org.jspecify.annotations")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule dlp_never_reaches_the_network =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "javax.net..", "java.nio.channels..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("(**)").should().beFreeOfCycles().allowEmptyShould(true);

  static final class MainClasses implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }
}
