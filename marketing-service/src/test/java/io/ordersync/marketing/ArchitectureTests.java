package io.ordersync.marketing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** Each rule is named as the sentence it checks. */
@AnalyzeClasses(packages = "io.ordersync.marketing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String[] ADAPTERS = {"..marketing.web..", "..marketing.jdbc.."};

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_ADAPTER = noClasses()
            .that()
            .resideOutsideOfPackages(ADAPTERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ADAPTERS);

    @ArchTest
    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("io.ordersync.marketing.(web|jdbc)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule ADAPTERS_KEEP_THEIR_TYPES_TO_THEMSELVES =
            classes().that().resideInAnyPackage(ADAPTERS).should().notBePublic();

    @ArchTest
    static final ArchRule THE_REPLICA_IS_ALL_IT_KNOWS_OF_THE_OTHERS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.ordersync.order..", "io.ordersync.catalog..", "io.ordersync.contract..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_TECHNOLOGY = noClasses()
            .that()
            .resideOutsideOfPackages(ADAPTERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.jdbc..", "java.sql..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
}
