package io.ordersync.benchmarks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ordersync.architecture.CodeRules;
import io.ordersync.architecture.Layers;

@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = ArchitectureTests.ThisModule.class)
class ArchitectureTests {

    static final String ROOT = "io.ordersync.benchmarks";

    @ArchTest
    static final ArchRule PACKAGES_USE_LOWER_PACKAGES_ONLY = Layers.of(ROOT)
            .below("")
            .below("accept", "cost", "endtoend", "report", "source")
            .below("sink", "decide")
            .below("stage")
            .below("servers.process", "servers.compose")
            .below("servers")
            .below("data", "kafka", "connect")
            .below("measure", "files")
            .pointDown();

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = CodeRules.packagesFormNoCycle(ROOT);

    @ArchTest
    static final ArchRule PACKAGES_ARE_SMALL = CodeRules.packagesAreSmall();

    /** {@code ./run bench} names the command. */
    @ArchTest
    static final ArchRule PUBLIC_TYPES_ARE_USED_BY_ANOTHER_PACKAGE =
            CodeRules.publicTypesAreUsedByAnotherPackage(simpleName("BenchCommand"));

    @ArchTest
    static final ArchRule NOTHING_PRINTS = CodeRules.NOTHING_PRINTS;

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = CodeRules.NOTHING_IS_INJECTED_INTO_FIELDS;

    /** The modules of the load and of the variants are separate programs. */
    static final class ThisModule implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return location.contains("/benchmarks/target/classes/");
        }
    }
}
