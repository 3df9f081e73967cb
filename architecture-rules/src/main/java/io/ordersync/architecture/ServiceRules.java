package io.ordersync.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Rules that hold in every service. Its root package and the packages beside its adapters are the domain. */
public final class ServiceRules {

    private static final String[] SERVICES = {
        "io.ordersync.order..", "io.ordersync.catalog..", "io.ordersync.marketing.."
    };

    private static final String[] TECHNOLOGY = {
        "org.springframework.kafka..",
        "org.apache.kafka..",
        "org.springframework.web..",
        "org.springframework.jdbc..",
        "java.sql..",
        "jakarta.persistence.."
    };

    private ServiceRules() {}

    /**
     * The domain uses no protocol, broker or database.
     *
     * @param root the package of the service
     * @param adapters the names of its adapters below the root, such as {@code "web"}
     */
    public static ArchRule domainUsesNoTechnology(String root, String... adapters) {
        String[] packages =
                Stream.of(adapters).map(name -> root + "." + name + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNOLOGY);
    }

    /** Services share the contract and the conventions only. */
    public static ArchRule usesNoOtherService(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(SERVICES)
                        .and(DescribedPredicate.not(resideInAPackage(root + "..")))
                        .as("reside in another service"));
    }
}
