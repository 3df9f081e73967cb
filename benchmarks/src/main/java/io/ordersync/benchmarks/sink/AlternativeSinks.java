package io.ordersync.benchmarks.sink;

import io.ordersync.benchmarks.connect.Connectors;
import io.ordersync.benchmarks.connect.SinkConnectorFile;
import io.ordersync.benchmarks.files.BenchmarkFolders;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sinks that ours is compared with: those of {@code benchmarks/sinks} whose plugin the worker has. */
record AlternativeSinks(BenchmarkRun run) {

    List<SinkConnectorFile> findInstalled() throws IOException, InterruptedException {
        Connectors connectors = new Connectors(run.servers().worker());
        List<SinkConnectorFile> installed = new ArrayList<>();
        for (SinkConnectorFile each : readAll()) {
            if (connectors.hasPlugin(each.connectorClass())) {
                installed.add(each);
            } else {
                run.progress()
                        .report("sink: %s is not measured, because benchmarks/plugins holds no plugin with %s"
                                .formatted(each.name(), each.connectorClass()));
            }
        }
        if (installed.isEmpty()) {
            throw new IllegalStateException(
                    "The worker has no other sink. Build the module benchmarks: its build fetches Debezium.");
        }
        return installed;
    }

    private static List<SinkConnectorFile> readAll() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> folder =
                Files.newDirectoryStream(BenchmarkFolders.module().resolve("sinks"), "*.json")) {
            folder.forEach(files::add);
        }
        files.sort(null);
        List<SinkConnectorFile> configs = new ArrayList<>();
        for (Path file : files) {
            configs.add(SinkConnectorFile.read(file));
        }
        return configs;
    }
}
