package io.egressrules.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who may know whom. An arrow lists all that a package may know: any other package of ours and any
 * other library fails.
 */
@AnalyzeClasses(
    packages = "io.egressrules.engine",
    importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {
  private static final String DECIDING = "io.egressrules";
  private static final String NET = "io.egressrules.net";
  private static final String POLICY = "io.egressrules.policy";
  private static final String SPI = "io.egressrules.spi";

  private static final String ENGINE = "io.egressrules.engine";
  private static final String COMPILE = "io.egressrules.engine.compile..";
  private static final String TREE = "io.egressrules.engine.tree..";
  private static final String PLAN = "io.egressrules.engine.plan..";
  private static final String SAVED = "io.egressrules.engine.saved..";
  private static final String LOOKUP = "io.egressrules.engine.lookup..";
  private static final String AUTHOR = "io.egressrules.engine.author..";
  private static final String UNICODE = "io.egressrules.engine.unicode..";
  private static final String SUFFIX = "io.egressrules.engine.suffix..";
  private static final String ENFORCE = "io.egressrules.engine.enforce..";
  private static final String CLIENT = "io.egressrules.engine.client..";
  private static final String FLOW = "io.egressrules.engine.govern";
  private static final String GOVERN = "io.egressrules.engine.govern..";

  private static final String GUAVA = "com.google.common..";
  private static final String IPADDRESS = "inet.ipaddr..";
  private static final String SNAKEYAML = "org.snakeyaml..";
  private static final String ICU = "com.ibm.icu..";

  /** The client packages, and the library each is for with what its signatures are made of. */
  private static final Map<String, List<String>> CLIENTS =
      Map.of(
          "io.egressrules.engine.client.jdk..", List.of(),
          "io.egressrules.engine.client.okhttp..", List.of("okhttp3..", "okio..", "kotlin.."));

  @ArchTest
  static final ArchRule engine_knows_author_compile_saved_plan_and_unicode =
      arrow(ENGINE, AUTHOR, COMPILE, SAVED, PLAN, UNICODE, DECIDING, POLICY, NET, SPI);

  @ArchTest
  static final ArchRule compile_knows_tree_plan_lookup_suffix_and_unicode =
      arrow(
          COMPILE, TREE, PLAN, LOOKUP, SUFFIX, UNICODE, DECIDING, POLICY, NET, SPI, GUAVA,
          IPADDRESS);

  @ArchTest
  static final ArchRule tree_knows_plan_and_lookup =
      arrow(TREE, PLAN, LOOKUP, DECIDING, POLICY, NET, SPI, GUAVA);

  @ArchTest static final ArchRule plan_knows_policy_and_net = arrow(PLAN, POLICY, NET, GUAVA);

  @ArchTest static final ArchRule lookup_knows_net = arrow(LOOKUP, NET, GUAVA);

  @ArchTest
  static final ArchRule author_knows_compile_and_unicode =
      arrow(AUTHOR, COMPILE, UNICODE, DECIDING, POLICY, NET, SPI, GUAVA, IPADDRESS, SNAKEYAML);

  @ArchTest static final ArchRule unicode_knows_net_and_its_converter = arrow(UNICODE, NET, ICU);

  @ArchTest static final ArchRule suffix_knows_net = arrow(SUFFIX, NET, GUAVA);

  @ArchTest
  static final ArchRule enforce_knows_deciding_policy_spi_and_net =
      arrow(ENFORCE, DECIDING, POLICY, SPI, NET, GUAVA);

  @ArchTest
  static final ArchRule govern_knows_the_api = arrow(GOVERN, DECIDING, POLICY, NET, SPI, GUAVA);

  @ArchTest
  static void client_knows_enforce_flow_and_its_own_library(JavaClasses classes) {
    CLIENTS.forEach((client, library) -> arrow(client, knownTo(library)).check(classes));
  }

  @ArchTest
  static final ArchRule client_is_listed_with_its_library =
      classes()
          .that()
          .resideInAPackage(CLIENT)
          .should()
          .resideInAnyPackage(CLIENTS.keySet().toArray(String[]::new))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule clients_do_not_know_each_other =
      apart("io.egressrules.engine.client.(*)..");

  @ArchTest
  static final ArchRule governors_do_not_know_each_other =
      apart("io.egressrules.engine.govern.(*)..");

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("(**)").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule what_decides_does_no_io =
      noClasses()
          .that()
          .resideInAnyPackage(COMPILE, PLAN, TREE, LOOKUP, SUFFIX)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io", "java.nio.file..", "java.nio.channels..", "java.net..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule only_enforce_clients_and_governors_reach_the_network =
      noClasses()
          .that()
          .resideOutsideOfPackages(ENFORCE, CLIENT, GOVERN)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.net..", "javax.net..", "java.nio.channels..")
                  .and(not(belongToAnyOf(URI.class, URISyntaxException.class))))
          .allowEmptyShould(true);

  private static ArchRule arrow(String from, String... to) {
    return classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(to)
                .or(resideInAnyPackage(from, "java..", "javax.net..", "org.jspecify.annotations")))
        .allowEmptyShould(true);
  }

  private static String[] knownTo(List<String> library) {
    var ours = Stream.of(ENFORCE, FLOW, DECIDING, POLICY, NET, SPI, GUAVA);
    return Stream.concat(ours, library.stream()).toArray(String[]::new);
  }

  private static ArchRule apart(String packages) {
    return slices().matching(packages).should().notDependOnEachOther().allowEmptyShould(true);
  }

  static final class MainClasses implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }
}
