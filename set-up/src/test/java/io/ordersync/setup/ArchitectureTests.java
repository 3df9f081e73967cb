package io.ordersync.setup;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ordersync.architecture.CodeRules;
import io.ordersync.architecture.Layers;
import java.util.Set;

@AnalyzeClasses(packages = "io.ordersync.setup", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = Layers.of("io.ordersync.setup")
            .below("")
            .below("token", "certificate")
            .below("files")
            .pointDown();

    @ArchTest
    static final ArchRule PACKAGES_ARE_SMALL = CodeRules.packagesAreSmall();

    /** Scripts name the command; the local stack uses the other types. */
    private static final Set<String> PUBLISHED = Set.of(
            "SetUpCommand",
            "TokenIssuer",
            "SigningKey",
            "Certificates",
            "ServerCertificate",
            "ServerKind",
            "TrustFiles");

    @ArchTest
    static final ArchRule PUBLIC_TYPES_ARE_USED_BY_ANOTHER_PACKAGE = CodeRules.publicTypesAreUsedByAnotherPackage(
            describe("published", type -> PUBLISHED.contains(type.getSimpleName())));

    @ArchTest
    static final ArchRule NOTHING_PRINTS = CodeRules.NOTHING_PRINTS;
}
