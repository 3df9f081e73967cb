package io.ordersync.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a stack consists of, where it keeps its things and on which ports it listens.
 *
 * @param cdc whether tables are captured into topics and replicas, which marketing-service reads
 * @param morePlugins folders with Connect plugins beside our own
 */
record StackPlan(
        StackFolders folders,
        Ports ports,
        int orderServices,
        int catalogServices,
        boolean cdc,
        boolean fullJit,
        List<Path> morePlugins) {

    StackPlan(StackFolders folders, Ports ports, int orderServices, int catalogServices, boolean cdc, boolean fullJit) {
        this(folders, ports, orderServices, catalogServices, cdc, fullJit, List.of());
    }

    int instances(ServiceKind kind) {
        return switch (kind) {
            case ORDER -> orderServices;
            case CATALOG -> catalogServices;
            case MARKETING -> cdc ? 1 : 0;
        };
    }

    List<String> serviceNames() {
        return Stream.of(ServiceKind.values())
                .flatMap(kind -> IntStream.rangeClosed(1, instances(kind)).mapToObj(kind::instance))
                .toList();
    }
}
