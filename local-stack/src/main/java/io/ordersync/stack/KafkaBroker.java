package io.ordersync.stack;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** A single Kafka node, broker and controller in one. */
public class KafkaBroker extends ServerProcess {

    static final String NAME = "kafka";
    static final String CONTROLLER = "kafka-controller";
    private static final int PROBE_MILLIS = 2000;

    private final Checkout checkout;
    private final BrokerSettings settings;
    private final Path settingsFile;
    private final int port;

    KafkaBroker(StackFolders folders, Checkout checkout, Ports ports) {
        super(NAME, folders);
        this.checkout = checkout;
        this.port = ports.of(NAME);
        this.settings =
                new BrokerSettings(checkout.brokerSettings(), folders.data().resolve(NAME), port, ports.of(CONTROLLER));
        this.settingsFile = folders.run().resolve("kafka.properties");
    }

    /** The port on 127.0.0.1. */
    public final int port() {
        return port;
    }

    /** What clients connect to. */
    public String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    /** Where the other servers of the stack find it. */
    Address inside() {
        return new Address(Ports.HOST, port);
    }

    @Override
    Launch launch() throws IOException, InterruptedException {
        settings.writeTo(settingsFile);
        if (Files.notExists(settings.data().resolve("meta.properties"))) {
            format();
        }
        Jvm jvm = Jvm.mainClass(checkout.kafkaClassPath(), "kafka.Kafka", settingsFile.toString())
                .with("-Xms96m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
        return Launch.of(jvm.command(), settings.data());
    }

    @Override
    void probe() throws Exception {
        connect();
        Map<String, Object> client = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PROBE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PROBE_MILLIS);
        try (Admin admin = Admin.create(client)) {
            if (admin.describeCluster()
                    .nodes()
                    .get(PROBE_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty()) {
                throw new IOException("the controller has not let the broker in yet");
            }
        }
    }

    private void connect() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, port), PROBE_MILLIS);
        }
    }

    private void format() throws IOException, InterruptedException {
        Files.createDirectories(settings.data());
        Jvm tool = Jvm.mainClass(
                        checkout.kafkaClassPath(),
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        settingsFile.toString())
                .with("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m");
        runHelper(Launch.of(tool.command(), settings.data()), new File("/dev/null"));
    }
}
