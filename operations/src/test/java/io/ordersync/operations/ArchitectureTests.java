package io.ordersync.operations;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ordersync.architecture.CodeRules;
import io.ordersync.architecture.Layers;

/** Each rule is named as the sentence it checks. */
@AnalyzeClasses(packages = "io.ordersync.operations", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = Layers.of("io.ordersync.operations")
            .below("")
            .below("connect", "deadletters")
            .below("deadletters.list", "deadletters.replay")
            .below("deadletters.topic")
            .below("deadletters.record")
            .pointDown();

    @ArchTest
    static final ArchRule PACKAGES_ARE_SMALL = CodeRules.packagesAreSmall();

    @ArchTest
    static final ArchRule PUBLIC_TYPES_ARE_USED_BY_ANOTHER_PACKAGE =
            CodeRules.publicTypesAreUsedByAnotherPackage(type(OperationsCommand.class));

    @ArchTest
    static final ArchRule NOTHING_PRINTS = CodeRules.NOTHING_PRINTS;
}
