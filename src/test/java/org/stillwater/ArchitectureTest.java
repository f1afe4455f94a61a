package org.stillwater;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * The layers of the library: {@code integration.* -> internal.* -> spi -> org.stillwater}, one optional API per
 * integration. A server may lack any of the optional APIs, so a reference that strays breaks deployments elsewhere.
 */
@AnalyzeClasses(packages = "org.stillwater", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String API = "org.stillwater";
    private static final String SPI = "org.stillwater.spi";
    private static final String INTERNAL = "org.stillwater.internal..";
    private static final String CDI = "org.stillwater.internal.cdi";
    private static final String INTEGRATION = "org.stillwater.integration..";
    private static final String CLI = "org.stillwater.cli..";

    private static final DescribedPredicate<JavaClass> JDK =
            resideInAnyPackage("java..", "javax.naming..", "javax.sql..");
    private static final DescribedPredicate<JavaClass> JAVA_BASE = resideInAnyPackage(
                    "java.io..", "java.lang..", "java.math..", "java.net..", "java.nio..", "java.time..", "java.util..")
            .and(resideOutsideOfPackage("java.util.logging.."));
    private static final DescribedPredicate<JavaClass> NULLNESS = resideInAPackage("org.jspecify.annotations");
    private static final DescribedPredicate<JavaClass> CDI_APIS = resideInAnyPackage(
            "jakarta.enterprise..", "jakarta.inject..", "jakarta.interceptor..", "jakarta.annotation..");

    private static final DescribedPredicate<JavaClass> INTERNAL_WITHOUT_CDI =
            resideInAPackage(INTERNAL).and(resideOutsideOfPackage(CDI));

    /** What an integration may use beyond the JDK, CDI and the library. A new integration adds its line. */
    private static final Map<String, String[]> API_OF_INTEGRATION = Map.ofEntries(
            entry("batch", new String[] {"jakarta.batch.."}),
            entry("eclipselink", new String[] {"org.eclipse.persistence..", "jakarta.persistence.."}),
            entry("ejb", new String[] {"jakarta.ejb.."}),
            entry("faces", new String[] {"jakarta.faces..", "jakarta.el.."}),
            entry("flyway", new String[] {"org.flywaydb.."}),
            entry("health", new String[] {"org.eclipse.microprofile.health.."}),
            entry("hibernate", new String[] {"org.hibernate..", "jakarta.persistence.."}),
            entry("jdbc", new String[0]),
            entry("jms", new String[] {"jakarta.jms.."}),
            entry("jsonp", new String[] {"jakarta.json.."}),
            entry("jmx", new String[] {"javax.management.."}),
            entry("liquibase", new String[] {"liquibase.."}),
            entry("mpconfig", new String[] {"org.eclipse.microprofile.config.."}),
            entry("rest", new String[] {"jakarta.ws.rs.."}),
            entry("servlet", new String[] {"jakarta.servlet.."}),
            entry("transaction", new String[] {"jakarta.transaction.."}));

    @ArchTest
    static final ArchRule the_api_knows_nothing_but_the_jdk_and_annotations = classes()
            .that()
            .resideInAPackage(API)
            .should()
            .onlyDependOnClassesThat(
                    JDK.or(resideInAPackage(API)).or(describe("are annotations", JavaClass::isAnnotation)));

    @ArchTest
    static final ArchRule the_spi_knows_only_the_api = classes()
            .that()
            .resideInAPackage(SPI)
            .should()
            .onlyDependOnClassesThat(JDK.or(NULLNESS).or(resideInAnyPackage(API, SPI)));

    @ArchTest
    static final ArchRule the_gate_is_pure_java = classes()
            .that()
            .resideInAPackage("org.stillwater.internal.gate")
            .should()
            .onlyDependOnClassesThat(
                    JAVA_BASE.or(NULLNESS).or(resideInAnyPackage(API, SPI, "org.stillwater.internal.gate")));

    @ArchTest
    static final ArchRule only_the_cdi_package_knows_cdi = classes()
            .that()
            .resideInAPackage(INTERNAL)
            .and()
            .resideOutsideOfPackage(CDI)
            .should()
            .onlyDependOnClassesThat(
                    JDK.or(NULLNESS).or(resideInAnyPackage(API, SPI)).or(INTERNAL_WITHOUT_CDI));

    @ArchTest
    static final ArchRule the_cdi_package_names_no_optional_type = classes()
            .that()
            .resideInAPackage(CDI)
            .should()
            .onlyDependOnClassesThat(JDK.or(NULLNESS).or(CDI_APIS).or(resideInAnyPackage(API, SPI, INTERNAL)))
            .because("Weld drops a whole extension whose class file names an absent type, and starts without it");

    @ArchTest
    static final ArchRule there_is_no_extension_outside_the_cdi_package = noClasses()
            .that()
            .resideOutsideOfPackage(CDI)
            .should()
            .beAssignableTo("jakarta.enterprise.inject.spi.Extension")
            .orShould()
            .beAssignableTo("jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension");

    @ArchTest
    static final ArchRule integrations_are_loaded_by_name = noClasses()
            .that()
            .resideOutsideOfPackage(INTEGRATION)
            .should()
            .dependOnClassesThat(resideInAPackage(INTEGRATION));

    @ArchTest
    static final ArchRule integrations_never_see_each_other =
            slices().matching("org.stillwater.integration.(*)..").should().notDependOnEachOther();

    @ArchTest
    static void an_integration_uses_only_its_own_api(JavaClasses library) {
        API_OF_INTEGRATION.forEach((name, apis) -> classes()
                .that()
                .resideInAPackage("org.stillwater.integration." + name + "..")
                .should()
                .onlyDependOnClassesThat(JDK.or(NULLNESS)
                        .or(CDI_APIS)
                        .or(resideInAnyPackage(apis))
                        .or(resideInAnyPackage(API, SPI, INTERNAL, INTEGRATION)))
                .allowEmptyShould(true)
                .check(library));
    }

    @ArchTest
    static final ArchRule every_integration_is_listed_with_its_api = classes()
            .that()
            .resideInAPackage(INTEGRATION)
            .should()
            .resideInAnyPackage(API_OF_INTEGRATION.keySet().stream()
                    .map(name -> "org.stillwater.integration." + name + "..")
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule the_command_line_runs_without_a_server = classes()
            .that()
            .resideInAPackage(CLI)
            .should()
            .onlyDependOnClassesThat(JDK.or(NULLNESS)
                    .or(resideInAnyPackage("picocli..", "jakarta.json.."))
                    .or(resideInAnyPackage(API, SPI, CLI))
                    .or(INTERNAL_WITHOUT_CDI))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_command_line_is_no_part_of_the_library = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat(resideInAnyPackage(CLI, "picocli.."));

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes()
            .should(be(describe(
                    "in a package whose package-info is @NullMarked",
                    (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));
}
