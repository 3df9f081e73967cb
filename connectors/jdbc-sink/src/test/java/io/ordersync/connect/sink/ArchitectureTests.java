package io.ordersync.connect.sink;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ordersync.architecture.CodeRules;
import io.ordersync.architecture.Layers;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.connect.connector.Connector;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.storage.Converter;

@AnalyzeClasses(
        packages = {ArchitectureTests.SINK, ArchitectureTests.JSON, ArchitectureTests.UUID},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    static final String SINK = "io.ordersync.connect.sink";
    static final String JSON = "io.ordersync.connect.json";
    static final String UUID = "io.ordersync.connect.uuid";

    @ArchTest
    static final ArchRule PACKAGES_OF_THE_SINK_USE_LOWER_PACKAGES_ONLY = Layers.of(SINK)
            .below("")
            .below("write", "outage")
            .below("write.staging")
            .below("plan", "check")
            .below("position")
            .below("type", "config", "topic")
            .below("config.published", "table")
            .pointDown();

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = CodeRules.packagesFormNoCycle("io.ordersync.connect");

    @ArchTest
    static final ArchRule PACKAGES_ARE_SMALL = CodeRules.packagesAreSmall();

    @ArchTest
    static final ArchRule CONVERTERS_DO_NOT_KNOW_THE_SINK = noClasses()
            .that()
            .resideInAnyPackage(JSON, UUID)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SINK + "..");

    @ArchTest
    static final ArchRule THE_SINK_DOES_NOT_KNOW_CONVERTERS = noClasses()
            .that()
            .resideInAPackage(SINK + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JSON, UUID);

    /** A worker creates connectors, tasks, converters and interceptors; the class of a refusal is a header of its dead letter. */
    @ArchTest
    static final ArchRule PUBLIC_TYPES_ARE_USED_BY_ANOTHER_PACKAGE =
            CodeRules.publicTypesAreUsedByAnotherPackage(assignableTo(Connector.class)
                    .or(assignableTo(Task.class))
                    .or(assignableTo(Converter.class))
                    .or(assignableTo(ProducerInterceptor.class))
                    .or(simpleName("RefusedRecordException")));

    @ArchTest
    static final ArchRule NOTHING_PRINTS = CodeRules.NOTHING_PRINTS;

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = CodeRules.NOTHING_IS_INJECTED_INTO_FIELDS;
}
