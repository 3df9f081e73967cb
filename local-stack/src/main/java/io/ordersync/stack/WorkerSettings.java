package io.ordersync.stack;

import java.io.IOException;
import java.nio.file.Path;

/** A worker on this machine: what all workers have in common, and where this one finds its broker and its plugins. */
record WorkerSettings(int port, String bootstrapServers, Path plugins) {

    void writeTo(Path file, Path common) throws IOException {
        Settings.from(common)
                .set("bootstrap.servers", bootstrapServers)
                .set("listeners", "http://%s:%d".formatted(Ports.HOST, port))
                .set("rest.advertised.host.name", Ports.HOST)
                .set("plugin.path", plugins)
                .writeTo(file);
    }
}
