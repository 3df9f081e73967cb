package io.ordersync.marketing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ordersync.architecture.CodeRules;
import io.ordersync.architecture.Layers;
import io.ordersync.architecture.ServiceRules;

@AnalyzeClasses(packages = "io.ordersync.marketing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "io.ordersync.marketing";

    @ArchTest
    static final ArchRule PACKAGES_USE_LOWER_LAYERS_ONLY =
            Layers.of(ROOT).below("web", "jdbc").below("").pointDown();

    @ArchTest
    static final ArchRule PACKAGES_ARE_SMALL = CodeRules.packagesAreSmall();

    @ArchTest
    static final ArchRule PUBLIC_TYPES_ARE_USED_BY_ANOTHER_PACKAGE =
            CodeRules.publicTypesAreUsedByAnotherPackage(type(MarketingServiceApplication.class));

    @ArchTest
    static final ArchRule TYPES_OF_ADAPTERS_ARE_NOT_PUBLIC = classes()
            .that()
            .resideInAnyPackage("..marketing.web..", "..marketing.jdbc..")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule THE_DOMAIN_USES_NO_TECHNOLOGY = ServiceRules.domainUsesNoTechnology(ROOT, "web", "jdbc");

    @ArchTest
    static final ArchRule THE_SERVICE_USES_NO_OTHER_SERVICE = ServiceRules.usesNoOtherService(ROOT);

    @ArchTest
    static final ArchRule THE_REPLICA_IS_THE_ONLY_LINK_TO_THE_OTHER_SERVICES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.ordersync.contract..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = CodeRules.NOTHING_PRINTS;

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = CodeRules.NOTHING_IS_INJECTED_INTO_FIELDS;
}
