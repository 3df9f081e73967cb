package io.ordersync.order;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ordersync.architecture.CodeRules;
import io.ordersync.architecture.Layers;
import io.ordersync.architecture.ServiceRules;

/** Each rule is named as the sentence it checks. */
@AnalyzeClasses(packages = "io.ordersync.order", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "io.ordersync.order";

    @ArchTest
    static final ArchRule PACKAGES_USE_LOWER_PACKAGES_ONLY = Layers.of(ROOT)
            .below("web", "kafka", "kafka.tail", "jpa")
            .below("placement", "cancellation", "web.caller")
            .below("lookup", "kafka.tail.index")
            .below("view")
            .below("")
            .pointDown();

    @ArchTest
    static final ArchRule THE_DOMAIN_USES_NO_TECHNOLOGY =
            ServiceRules.domainUsesNoTechnology(ROOT, "web", "kafka", "jpa");

    @ArchTest
    static final ArchRule THE_SERVICE_USES_NO_OTHER_SERVICE = ServiceRules.usesNoOtherService(ROOT);

    @ArchTest
    static final ArchRule PUBLIC_TYPES_ARE_USED_BY_ANOTHER_PACKAGE =
            CodeRules.publicTypesAreUsedByAnotherPackage(type(OrderServiceApplication.class));

    @ArchTest
    static final ArchRule PACKAGES_ARE_SMALL = CodeRules.packagesAreSmall();

    @ArchTest
    static final ArchRule NOTHING_PRINTS = CodeRules.NOTHING_PRINTS;

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = CodeRules.NOTHING_IS_INJECTED_INTO_FIELDS;
}
