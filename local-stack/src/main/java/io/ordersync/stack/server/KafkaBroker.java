package io.ordersync.stack.server;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.net.Address;
import io.ordersync.stack.net.Ports;
import io.ordersync.stack.process.Jvm;
import io.ordersync.stack.process.Launch;
import io.ordersync.stack.process.ServerProcess;
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

    public static final String NAME = "kafka";
    public static final String CONTROLLER = "kafka-controller";
    private static final int PROBE_MILLIS = 2000;

    private final Checkout checkout;
    private final Path data;
    private final Path settingsFile;
    private final int port;
    private final int controllerPort;
    private int clientPort;

    public KafkaBroker(StackFolders folders, Checkout checkout, Ports ports) {
        super(NAME, folders);
        this.checkout = checkout;
        this.port = ports.of(NAME);
        this.clientPort = port;
        this.controllerPort = ports.of(CONTROLLER);
        this.data = folders.data().resolve(NAME);
        this.settingsFile = folders.run().resolve("kafka.properties");
    }

    /**
     * Has clients connect to another port of 127.0.0.1, whose owner passes on to {@link #port()} what they say. To be
     * called before any other part is made.
     */
    public final KafkaBroker behind(int otherPort) {
        clientPort = otherPort;
        return this;
    }

    /** The port on 127.0.0.1. */
    public final int port() {
        return port;
    }

    /** What clients connect to. */
    public String bootstrapServers() {
        return Ports.HOST + ":" + clientPort;
    }

    /** Where the other servers of the stack find it. */
    public Address inside() {
        return new Address(Ports.HOST, clientPort);
    }

    @Override
    protected Launch launch() throws IOException, InterruptedException {
        new BrokerSettings(checkout.brokerSettings(), data, port, clientPort, controllerPort).writeTo(settingsFile);
        if (Files.notExists(data.resolve("meta.properties"))) {
            format();
        }
        Jvm jvm = Jvm.mainClass(checkout.kafkaClassPath(), "kafka.Kafka", settingsFile.toString())
                .withOptions("-Xms96m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
        return Launch.of(jvm.command(), data);
    }

    @Override
    protected void probe() throws Exception {
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
        Files.createDirectories(data);
        Jvm tool = Jvm.mainClass(
                        checkout.kafkaClassPath(),
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        settingsFile.toString())
                .withOptions("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m");
        runHelper(Launch.of(tool.command(), data), new File("/dev/null"));
    }
}
