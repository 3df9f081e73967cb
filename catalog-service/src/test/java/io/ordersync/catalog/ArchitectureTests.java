package io.ordersync.catalog;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ordersync.architecture.CodeRules;
import io.ordersync.architecture.Layers;
import io.ordersync.architecture.ServiceRules;

@AnalyzeClasses(packages = "io.ordersync.catalog", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "io.ordersync.catalog";

    @ArchTest
    static final ArchRule PACKAGES_USE_LOWER_LAYERS_ONLY = Layers.of(ROOT)
            .below("web", "kafka.listener", "kafka.deadletter", "jdbc")
            .below("kafka")
            .below("stock")
            .below("")
            .pointDown();

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = CodeRules.packagesFormNoCycle(ROOT);

    @ArchTest
    static final ArchRule PACKAGES_ARE_SMALL = CodeRules.packagesAreSmall();

    @ArchTest
    static final ArchRule PUBLIC_TYPES_ARE_USED_BY_ANOTHER_PACKAGE =
            CodeRules.publicTypesAreUsedByAnotherPackage(type(CatalogServiceApplication.class));

    @ArchTest
    static final ArchRule TYPES_OF_ADAPTERS_ARE_NOT_PUBLIC = classes()
            .that()
            .resideInAnyPackage("..catalog.web..", "..catalog.kafka.*..", "..catalog.jdbc..")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule THE_DOMAIN_USES_NO_TECHNOLOGY =
            ServiceRules.domainUsesNoTechnology(ROOT, "web", "kafka", "jdbc");

    @ArchTest
    static final ArchRule THE_SERVICE_USES_NO_OTHER_SERVICE = ServiceRules.usesNoOtherService(ROOT);

    @ArchTest
    static final ArchRule NOTHING_PRINTS = CodeRules.NOTHING_PRINTS;

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = CodeRules.NOTHING_IS_INJECTED_INTO_FIELDS;
}
