package io.ordersync.stack;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ordersync.architecture.CodeRules;
import io.ordersync.architecture.Layers;
import java.util.Set;

@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    static final String ROOT = "io.ordersync.stack";

    @ArchTest
    static final ArchRule PACKAGES_USE_LOWER_PACKAGES_ONLY = Layers.of(ROOT)
            .below("cli")
            .below("cli.status")
            .below("cli.context")
            .below("")
            .below("server")
            .below("jvm")
            .below("mariadb", "connect", "lifecycle", "token")
            .below("process")
            .below("net", "files")
            .pointDown();

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = CodeRules.packagesFormNoCycle(ROOT);

    @ArchTest
    static final ArchRule PACKAGES_ARE_SMALL = CodeRules.packagesAreSmall();

    /** The script {@code ./run} names the command; benchmarks and tests in other modules use the other types. */
    private static final Set<String> PUBLISHED = Set.of(
            "RunCommand", "ChildProcess", "Jcmd", "FreePorts", "Execution", "SupervisedPart", "ConnectorEnvironment");

    @ArchTest
    static final ArchRule PUBLIC_TYPES_ARE_USED_BY_ANOTHER_PACKAGE = CodeRules.publicTypesAreUsedByAnotherPackage(
            describe("published", type -> PUBLISHED.contains(type.getSimpleName())));

    @ArchTest
    static final ArchRule NOTHING_PRINTS = CodeRules.NOTHING_PRINTS;

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = CodeRules.NOTHING_IS_INJECTED_INTO_FIELDS;
}
