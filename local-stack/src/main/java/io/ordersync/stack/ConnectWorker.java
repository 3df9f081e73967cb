package io.ordersync.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A Kafka Connect worker in distributed mode, a group of one. */
public final class ConnectWorker extends ServerProcess {

    static final String NAME = "connect";

    private final Checkout checkout;
    private final WorkerSettings settings;
    private final Path settingsFile;
    private final Map<String, String> environment;
    private final Path directory;

    ConnectWorker(StackFolders folders, Checkout checkout, WorkerSettings settings, Map<String, String> environment) {
        super(NAME, folders);
        this.checkout = checkout;
        this.settings = settings;
        this.settingsFile = folders.run().resolve("connect.properties");
        this.environment = environment;
        this.directory = folders.home();
    }

    /** The REST address of the worker. */
    public String url() {
        return "http://%s:%d".formatted(Ports.HOST, settings.port());
    }

    @Override
    Launch launch() throws IOException {
        settings.writeTo(settingsFile);
        Jvm jvm = Jvm.mainClass(
                        checkout.kafkaClassPath(),
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        settingsFile.toString())
                .with("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
        return new Launch(jvm.command(), environment, directory);
    }

    @Override
    void probe() throws IOException, InterruptedException {
        Http.get(url() + "/health");
    }
}
