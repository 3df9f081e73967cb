package io.ordersync.stack.server;

import io.ordersync.stack.files.PropertiesFile;
import io.ordersync.stack.net.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings of a worker on this machine: those that all workers share, and its address, broker and plugins.
 *
 * @param open whether the worker's REST interface demands no token
 */
record WorkerSettings(int port, String bootstrapServers, List<Path> plugins, Path tokenFile, boolean open) {

    String url() {
        return "http://%s:%d".formatted(Ports.HOST, port);
    }

    void writeTo(Path file, Path common, Map<String, Object> more) throws IOException {
        PropertiesFile settings = PropertiesFile.from(common);
        more.forEach(settings::set);
        settings.set("bootstrap.servers", bootstrapServers)
                .set("listeners", url())
                .set("rest.advertised.host.name", Ports.HOST)
                .set("rest.guard.token.file", tokenFile)
                .set("rest.guard.open", open)
                .set("plugin.path", plugins.stream().map(Path::toString).collect(Collectors.joining(",")))
                .writeTo(file);
    }
}
