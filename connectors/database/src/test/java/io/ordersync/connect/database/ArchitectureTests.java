package io.ordersync.connect.database;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ordersync.architecture.CodeRules;
import io.ordersync.architecture.Layers;

@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    static final String ROOT = "io.ordersync.connect.database";

    @ArchTest
    static final ArchRule PACKAGES_USE_LOWER_PACKAGES_ONLY = Layers.of(ROOT)
            .below("validation")
            .below("options")
            .below("", "plugin")
            .pointDown();

    @ArchTest
    static final ArchRule PACKAGES_ARE_SMALL = CodeRules.packagesAreSmall();

    @ArchTest
    static final ArchRule NOTHING_PRINTS = CodeRules.NOTHING_PRINTS;

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = CodeRules.NOTHING_IS_INJECTED_INTO_FIELDS;
}
