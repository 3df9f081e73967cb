package io.ordersync.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a stack consists of, where it keeps its things and on which ports it listens.
 *
 * @param morePlugins folders with Connect plugins beside our own
 */
record StackPlan(
        StackFolders folders,
        Ports ports,
        int orderServices,
        int catalogServices,
        boolean fullJit,
        List<Path> morePlugins) {

    StackPlan(StackFolders folders, Ports ports, int orderServices, int catalogServices, boolean fullJit) {
        this(folders, ports, orderServices, catalogServices, fullJit, List.of());
    }

    List<String> serviceNames() {
        return Stream.concat(
                        IntStream.rangeClosed(1, orderServices).mapToObj(ServiceKind.ORDER::instance),
                        IntStream.rangeClosed(1, catalogServices).mapToObj(ServiceKind.CATALOG::instance))
                .toList();
    }
}
