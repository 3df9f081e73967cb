package io.ordersync.stack.server;

import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.net.Ports;
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
public record StackPlan(
        StackFolders folders,
        Ports ports,
        int orderServices,
        int catalogServices,
        boolean cdc,
        boolean fullJit,
        List<Path> morePlugins) {

    public StackPlan(
            StackFolders folders, Ports ports, int orderServices, int catalogServices, boolean cdc, boolean fullJit) {
        this(folders, ports, orderServices, catalogServices, cdc, fullJit, List.of());
    }

    public int instances(ServiceKind kind) {
        return switch (kind) {
            case ORDER -> orderServices;
            case CATALOG -> catalogServices;
            case MARKETING -> cdc ? 1 : 0;
        };
    }

    public List<String> serviceNames() {
        return Stream.of(ServiceKind.values())
                .flatMap(kind -> IntStream.rangeClosed(1, instances(kind)).mapToObj(kind::instance))
                .toList();
    }
}
