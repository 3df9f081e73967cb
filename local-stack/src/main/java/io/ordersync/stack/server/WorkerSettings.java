package io.ordersync.stack.server;

import io.ordersync.stack.files.Settings;
import io.ordersync.stack.net.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A worker on this machine: what all workers have in common, and where this one finds its broker and its plugins. */
public record WorkerSettings(int port, String bootstrapServers, List<Path> plugins) {

    void writeTo(Path file, Path common) throws IOException {
        Settings.from(common)
                .set("bootstrap.servers", bootstrapServers)
                .set("listeners", "http://%s:%d".formatted(Ports.HOST, port))
                .set("rest.advertised.host.name", Ports.HOST)
                .set("plugin.path", plugins.stream().map(Path::toString).collect(Collectors.joining(",")))
                .writeTo(file);
    }
}
