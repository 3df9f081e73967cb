package io.ordersync.service;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ordersync.architecture.CodeRules;
import io.ordersync.architecture.Layers;
import io.ordersync.service.broker.BrokerTask;
import io.ordersync.service.broker.TopicMonitor;
import io.ordersync.service.broker.TopicReplaced;
import io.ordersync.service.openapi.CommonProblemResponses;
import io.ordersync.service.openapi.PageResponse;
import io.ordersync.service.openapi.ProblemResponses;
import io.ordersync.service.openapi.ServiceProblems;
import io.ordersync.service.security.AccessRules;
import io.ordersync.service.security.Caller;
import io.ordersync.service.security.ServiceAccess;

/** Each rule is named as the sentence it checks. */
@AnalyzeClasses(packages = "io.ordersync.service", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "io.ordersync.service";

    @ArchTest
    static final ArchRule PACKAGES_USE_LOWER_PACKAGES_ONLY = Layers.of(ROOT)
            .below("")
            .below(
                    "problem.mvc",
                    "problem.tomcat",
                    "strict",
                    "openapi",
                    "load",
                    "broker",
                    "login",
                    "migration",
                    "security")
            .below("security.verification")
            .below("problem")
            .pointDown();

    /** Services use the types that are named here. */
    @ArchTest
    static final ArchRule PUBLIC_TYPES_ARE_USED_BY_ANOTHER_PACKAGE =
            CodeRules.publicTypesAreUsedByAnotherPackage(belongToAnyOf(
                    NextPage.class,
                    BrokerTask.class,
                    TopicMonitor.class,
                    TopicReplaced.class,
                    CommonProblemResponses.class,
                    ProblemResponses.class,
                    PageResponse.class,
                    ServiceProblems.class,
                    AccessRules.class,
                    Caller.class,
                    ServiceAccess.class));

    @ArchTest
    static final ArchRule PACKAGES_ARE_SMALL = CodeRules.packagesAreSmall();

    @ArchTest
    static final ArchRule NOTHING_PRINTS = CodeRules.NOTHING_PRINTS;

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = CodeRules.NOTHING_IS_INJECTED_INTO_FIELDS;
}
