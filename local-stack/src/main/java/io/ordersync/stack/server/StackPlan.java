package io.ordersync.stack.server;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.net.Ports;
import java.nio.file.Path;
import java.util.List;
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

        /** Broker, worker and services use both compilers of the JVM: they start more slowly and are faster under load. */
        FULL_JIT
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

    /** The folders with the Connect plugins of this repository and of this plan. */
    public List<Path> plugins(Checkout checkout) {
        return Stream.concat(checkout.plugins().stream(), morePlugins.stream()).toList();
    }
}
