package io.egressrules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;

/** net ← policy ← io.egressrules ← spi: each package knows those left of it, and the JDK. */
@AnalyzeClasses(packages = "io.egressrules", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {
  private static final String NET = "io.egressrules.net";
  private static final String POLICY = "io.egressrules.policy";
  private static final String DECIDING = "io.egressrules";
  private static final String SPI = "io.egressrules.spi";

  @ArchTest static final ArchRule net_knows_nothing_of_ours = arrow(NET);

  @ArchTest static final ArchRule policy_knows_net = arrow(POLICY, NET);

  @ArchTest static final ArchRule deciding_knows_policy_and_net = arrow(DECIDING, POLICY, NET);

  @ArchTest
  static final ArchRule spi_knows_deciding_policy_and_net = arrow(SPI, DECIDING, POLICY, NET);

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("(**)").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule no_class_resolves_a_name_or_opens_a_url =
      noClasses()
          .should()
          .callMethod(InetAddress.class, "getByName", String.class)
          .orShould()
          .callMethod(InetAddress.class, "getAllByName", String.class)
          .orShould()
          .callConstructor(InetSocketAddress.class, String.class, int.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(URL.class)
          .allowEmptyShould(true);

  private static ArchRule arrow(String from, String... to) {
    return classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(to)
                .or(resideInAnyPackage(from, "java..", "org.jspecify.annotations")))
        .allowEmptyShould(true);
  }

  static final class MainClasses implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }
}
