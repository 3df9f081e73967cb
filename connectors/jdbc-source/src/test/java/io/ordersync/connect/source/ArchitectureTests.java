package io.ordersync.connect.source;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ordersync.architecture.CodeRules;
import io.ordersync.architecture.Layers;
import org.apache.kafka.connect.connector.Connector;
import org.apache.kafka.connect.connector.Task;

@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    static final String ROOT = "io.ordersync.connect.source";

    @ArchTest
    static final ArchRule PACKAGES_USE_LOWER_PACKAGES_ONLY = Layers.of(ROOT)
            .below("")
            .below("mode", "check")
            .below("ids", "times")
            .below("rows")
            .below("table")
            .below("config")
            .below("config.published")
            .pointDown();

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = CodeRules.packagesFormNoCycle(ROOT);

    @ArchTest
    static final ArchRule PACKAGES_ARE_SMALL = CodeRules.packagesAreSmall();

    @ArchTest
    static final ArchRule PUBLIC_TYPES_ARE_USED_BY_ANOTHER_PACKAGE = CodeRules.publicTypesAreUsedByAnotherPackage(
            assignableTo(Connector.class).or(assignableTo(Task.class)));

    @ArchTest
    static final ArchRule NOTHING_PRINTS = CodeRules.NOTHING_PRINTS;

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = CodeRules.NOTHING_IS_INJECTED_INTO_FIELDS;
}
