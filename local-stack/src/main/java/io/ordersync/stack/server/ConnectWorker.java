package io.ordersync.stack.server;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.net.Address;
import io.ordersync.stack.net.Http;
import io.ordersync.stack.net.Ports;
import io.ordersync.stack.process.Jvm;
import io.ordersync.stack.process.Launch;
import io.ordersync.stack.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Kafka Connect worker in distributed mode, a group of one. */
public class ConnectWorker extends ServerProcess {

    public static final String NAME = "connect";

    private final Checkout checkout;
    private final WorkerSettings settings;
    private final Path settingsFile;
    private final KafkaBroker broker;
    private final MariaDb database;
    private final Path directory;

    public ConnectWorker(StackPlan plan, Checkout checkout, KafkaBroker broker, MariaDb database) {
        super(NAME, plan.folders());
        this.checkout = checkout;
        this.settings = new WorkerSettings(
                plan.ports().of(NAME), broker.bootstrapServers(), plugins(checkout.plugins(), plan.morePlugins()));
        this.settingsFile = plan.folders().run().resolve("connect.properties");
        this.broker = broker;
        this.database = database;
        this.directory = plan.folders().home();
    }

    /** The REST address of the worker. */
    public String url() {
        return "http://%s:%d".formatted(Ports.HOST, settings.port());
    }

    /** A client that waits at most two seconds for each answer of the worker. */
    public ConnectClient connect() {
        return new ConnectClient(url(), Duration.ofSeconds(2));
    }

    @Override
    protected Launch launch() throws IOException {
        settings.writeTo(settingsFile, checkout.workerSettings());
        Jvm jvm = Jvm.mainClass(
                        checkout.kafkaClassPath(),
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        settingsFile.toString())
                .withOptions(
                        "-Xms160m",
                        "-Xmx320m",
                        "-Xmn128m",
                        "-XX:SurvivorRatio=6",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError");
        return new Launch(jvm.command(), environment(), directory);
    }

    protected final WorkerSettings settings() {
        return settings;
    }

    /** What connector configurations name as {@code ${env:…}}. Captured tables stay so, also after a start without them. */
    protected final Map<String, String> environment() {
        Address mariaDb = database.inside();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("ORDERS_SINK_URL", mariaDb.jdbcUrl(MariaDb.SCHEMA));
        variables.put("ORDERS_SINK_PASSWORD", database.password("orders_sink"));
        variables.put("CDC_HOST", mariaDb.host());
        variables.put("CDC_PORT", Integer.toString(mariaDb.port()));
        variables.put("CDC_PASSWORD", database.password("cdc"));
        variables.put("CDC_BOOTSTRAP_SERVERS", broker.inside().toString());
        variables.put("USERS_SINK_URL", mariaDb.jdbcUrl(MariaDb.SCHEMA));
        variables.put("USERS_SINK_PASSWORD", database.password("users_sink"));
        variables.put("MARKETING_SINK_URL", mariaDb.jdbcUrl(MariaDb.MARKETING));
        variables.put("MARKETING_SINK_PASSWORD", database.password("marketing_sink"));
        return variables;
    }

    private static List<Path> plugins(List<Path> own, List<Path> more) {
        return Stream.concat(own.stream(), more.stream()).toList();
    }

    @Override
    protected void probe() throws IOException, InterruptedException {
        Http.get(url() + "/health");
    }
}
