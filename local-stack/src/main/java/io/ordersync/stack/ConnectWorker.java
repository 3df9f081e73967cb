package io.ordersync.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Kafka Connect worker in distributed mode, a group of one. */
public final class ConnectWorker extends ServerProcess {

    static final String NAME = "connect";

    private final Checkout checkout;
    private final WorkerSettings settings;
    private final Path settingsFile;
    private final MariaDb database;
    private final Path directory;

    ConnectWorker(StackFolders folders, Checkout checkout, WorkerSettings settings, MariaDb database) {
        super(NAME, folders);
        this.checkout = checkout;
        this.settings = settings;
        this.settingsFile = folders.run().resolve("connect.properties");
        this.database = database;
        this.directory = folders.home();
    }

    /** The REST address of the worker. */
    public String url() {
        return "http://%s:%d".formatted(Ports.HOST, settings.port());
    }

    @Override
    Launch launch() throws IOException {
        settings.writeTo(settingsFile, checkout.workerSettings());
        Jvm jvm = Jvm.mainClass(
                        checkout.kafkaClassPath(),
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        settingsFile.toString())
                .with("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
        return new Launch(jvm.command(), environment(), directory);
    }

    /** What connector configurations name as {@code ${env:…}}. Captured tables stay so, also after a start without them. */
    private Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("ORDERS_SINK_URL", database.jdbcUrl());
        variables.put("ORDERS_SINK_PASSWORD", database.password("orders_sink"));
        variables.put("CDC_HOST", Ports.HOST);
        variables.put("CDC_PORT", Integer.toString(database.port()));
        variables.put("CDC_PASSWORD", database.password("cdc"));
        variables.put("CDC_BOOTSTRAP_SERVERS", settings.bootstrapServers());
        variables.put("USERS_SINK_URL", database.jdbcUrl());
        variables.put("USERS_SINK_PASSWORD", database.password("users_sink"));
        variables.put("MARKETING_SINK_URL", database.jdbcUrl(MariaDb.MARKETING));
        variables.put("MARKETING_SINK_PASSWORD", database.password("marketing_sink"));
        return variables;
    }

    @Override
    void probe() throws IOException, InterruptedException {
        Http.get(url() + "/health");
    }
}
