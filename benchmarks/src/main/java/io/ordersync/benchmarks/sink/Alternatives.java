package io.ordersync.benchmarks.sink;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.servers.Connectors;
import io.ordersync.benchmarks.servers.Home;
import io.ordersync.benchmarks.servers.SinkConfig;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other sinks: those of the files in {@code benchmarks/sinks} whose plugin the worker has found. */
record Alternatives(Run run) {

    List<SinkConfig> known() throws IOException, InterruptedException {
        Connectors connectors = new Connectors(run.servers().workerUrl());
        List<SinkConfig> known = new ArrayList<>();
        for (SinkConfig each : all()) {
            if (connectors.know(each.connectorClass())) {
                known.add(each);
            } else {
                run.progress()
                        .say("sink: %s is left out, benchmarks/plugins holds no plugin with %s"
                                .formatted(each.name(), each.connectorClass()));
            }
        }
        if (known.isEmpty()) {
            throw new IllegalStateException("no alternative at hand: build the module benchmarks, it fetches Debezium");
        }
        return known;
    }

    private static List<SinkConfig> all() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> folder =
                Files.newDirectoryStream(Home.module().resolve("sinks"), "*.json")) {
            folder.forEach(files::add);
        }
        files.sort(null);
        List<SinkConfig> configs = new ArrayList<>();
        for (Path file : files) {
            configs.add(SinkConfig.read(file));
        }
        return configs;
    }
}
