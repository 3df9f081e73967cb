package io.ordersync.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** Rules for every module. */
public final class CodeRules {

    /** Output belongs to the log, or to the command line's own console. */
    public static final ArchRule NOTHING_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    /** A constructor takes what an object needs. */
    public static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    private CodeRules() {}

    /**
     * No package uses a package that uses it, directly or through others. A sub-package counts as a package.
     *
     * @param root the package that holds all packages of the module, such as {@code io.ordersync.stack}
     */
    public static ArchRule packagesFormNoCycle(String root) {
        return slices().assignedFrom(new PackageSlices(root)).should().beFreeOfCycles();
    }

    /**
     * A package holds at most 15 types with a file of their own.
     *
     * @param families packages that hold a uniform family of values and may be larger
     */
    public static ArchRule packagesAreSmall(String... families) {
        return classes().should(new PackageSize(15, families));
    }

    /**
     * A type is public because another package of the module uses it.
     *
     * @param published the types that are public for another reason: another module, a configuration file or a launcher
     *     names them
     */
    public static ArchRule publicTypesAreUsedByAnotherPackage(DescribedPredicate<? super JavaClass> published) {
        return classes()
                .that()
                .areTopLevelClasses()
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .and(DescribedPredicate.not(published))
                .should(new UseByAnotherPackage());
    }
}
