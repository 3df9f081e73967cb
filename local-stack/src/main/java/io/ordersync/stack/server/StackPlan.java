package io.ordersync.stack.server;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.net.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The parts of a stack, its folders and its ports.
 *
 * @param morePlugins folders with Connect plugins besides those of this repository
 */
public record StackPlan(
        StackFolders folders,
        Ports ports,
        int orderServices,
        int catalogServices,
        Set<Feature> features,
        List<Path> morePlugins) {

    /** Something that a stack has only on demand. */
    public enum Feature {

        /** Change data capture: tables are captured into topics and replicas, which marketing-service reads. */
        CDC,

        /** A table is polled into a topic, and the topic is written into another table. */
        POLLING,

        /** Services take requests without a token, and the database connections without encryption. */
        OPEN,

        /** Broker, worker and services use both compilers of the JVM: they start more slowly and are faster under load. */
        FULL_JIT;

        /** The name of its SQL script and of the folder with its connectors, if it has them. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One instance of each service, and none of the features. */
    public static StackPlan of(StackFolders folders, Ports ports) {
        return new StackPlan(folders, ports, 1, 1, Set.of(), List.of());
    }

    public StackPlan withServices(int orders, int catalogs) {
        return new StackPlan(folders, ports, orders, catalogs, features, morePlugins);
    }

    public StackPlan withFeatures(Set<Feature> wanted) {
        return new StackPlan(folders, ports, orderServices, catalogServices, Set.copyOf(wanted), morePlugins);
    }

    public StackPlan withPlugins(List<Path> more) {
        return new StackPlan(folders, ports, orderServices, catalogServices, features, more);
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    public int instances(ServiceKind kind) {
        return switch (kind) {
            case ORDER -> orderServices;
            case CATALOG -> catalogServices;
            case MARKETING -> has(Feature.CDC) ? 1 : 0;
        };
    }

    public List<String> serviceNames() {
        return Stream.of(ServiceKind.values())
                .flatMap(kind -> IntStream.rangeClosed(1, instances(kind)).mapToObj(kind::instance))
                .toList();
    }

    /** The SQL that MariaDB executes at each start, in this order: the logins, and what the features need. */
    public List<Path> databaseScripts(Checkout checkout) {
        Stream<String> shared =
                Stream.concat(Stream.of("logins"), sources().isEmpty() ? Stream.of() : Stream.of("users"));
        return Stream.concat(shared, sources().stream())
                .map(script -> checkout.deployment("mariadb/" + script + ".sql"))
                .toList();
    }

    /** The folders with the JSON files of the connectors: those that always run, and those of the features. */
    public List<Path> connectors(Checkout checkout) {
        Path all = checkout.connectors();
        return Stream.concat(Stream.of(all), sources().stream().map(all::resolve))
                .toList();
    }

    /** The labels of the features that have scripts and connectors. */
    private List<String> sources() {
        return Stream.of(Feature.CDC, Feature.POLLING)
                .filter(this::has)
                .map(Feature::label)
                .toList();
    }

    /** The folders with the Connect plugins of this repository and of this plan. */
    public List<Path> plugins(Checkout checkout) {
        return Stream.concat(checkout.plugins().stream(), morePlugins.stream()).toList();
    }
}
