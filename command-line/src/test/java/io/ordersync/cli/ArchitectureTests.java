package io.ordersync.cli;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ordersync.architecture.CodeRules;

@AnalyzeClasses(packages = "io.ordersync.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule PACKAGES_ARE_SMALL = CodeRules.packagesAreSmall();

    @ArchTest
    static final ArchRule NOTHING_PRINTS = CodeRules.NOTHING_PRINTS;
}
