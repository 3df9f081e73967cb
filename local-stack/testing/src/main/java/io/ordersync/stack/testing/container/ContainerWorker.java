package io.ordersync.stack.testing.container;

import io.ordersync.connect.client.TokenFile;
import io.ordersync.setup.certificate.Certificates;
import io.ordersync.setup.certificate.TrustFiles;
import io.ordersync.stack.connect.WorkerToken;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.PropertiesFile;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.lifecycle.Execution;
import io.ordersync.stack.lifecycle.SupervisedPart;
import io.ordersync.stack.net.Ports;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.ConnectorEnvironment;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.StackPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.MountableFile;

/** A Connect worker in a container, started by the script that starts those of the compose file. */
final class ContainerWorker extends SupervisedPart implements ConnectWorker {

    private static final int PORT = 8083;
    private static final String HOME = "/opt/order-sync";
    private static final int READABLE_IN_CONTAINER = 0444; // the worker does not run as the owner of the file
    private static final TrustFiles TRUSTED = TrustFiles.in(Path.of("/run/trusted"));

    private final Checkout checkout;
    private final StackFolders folders;
    private final List<Path> plugins;
    private final Certificates certificates;
    private final KafkaBroker broker;
    private final ConnectorEnvironment environment;
    private final Network network;
    private final int port;
    private final ContainerExecution execution;
    private final Map<String, Object> more = new LinkedHashMap<>();

    ContainerWorker(StackPlan plan, Checkout checkout, KafkaBroker broker, MariaDb database, Network network) {
        super(NAME, plan.folders());
        this.checkout = checkout;
        this.plugins = plan.plugins(checkout);
        this.folders = plan.folders();
        this.certificates = new Certificates(plan.folders().certificates());
        this.broker = broker;
        this.environment = new ConnectorEnvironment(broker, database, TRUSTED);
        this.network = network;
        this.port = plan.ports().of(NAME);
        this.execution = new ContainerExecution(NAME, logFile(), PORT, port, this::container);
    }

    @Override
    protected Execution execution() {
        return execution;
    }

    @Override
    public String url() {
        return "http://%s:%d".formatted(Ports.HOST, port);
    }

    @Override
    public TokenFile token() {
        return new WorkerToken(folders).file();
    }

    @Override
    public ConnectWorker set(String setting, Object value) {
        more.put(setting, value);
        return this;
    }

    private GenericContainer<?> container() throws IOException {
        certificates.provide(); // the worker does not wait for the database, but its connectors read these files
        TrustFiles trusted = certificates.trusted();
        PropertiesFile settings = PropertiesFile.from(checkout.deployment("connect/worker.properties"));
        more.forEach(settings::set);
        Path file = settings.writeTo(folders.run().resolve("worker.properties"));
        Path token = WorkerToken.makeIfMissing(folders, checkout).path();
        GenericContainer<?> container = new GenericContainer<>(
                        Images.of(checkout).kafka())
                .withCommand(HOME + "/worker.sh")
                .withEnv(environment.variables())
                .withEnv("BOOTSTRAP_SERVERS", broker.internalAddress().toString())
                .withCopyFileToContainer(MountableFile.forHostPath(checkout.deployment("connect")), HOME)
                .withCopyFileToContainer(MountableFile.forHostPath(file), HOME + "/worker.properties")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(trusted.authority(), READABLE_IN_CONTAINER),
                        TRUSTED.authority().toString())
                .withCopyFileToContainer(
                        MountableFile.forHostPath(trusted.trustStore(), READABLE_IN_CONTAINER),
                        TRUSTED.trustStore().toString())
                .withCopyFileToContainer(
                        MountableFile.forHostPath(checkout.deployment("kafka/log4j2.yaml")), HOME + "/log4j2.yaml")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(checkout.deployment("class-archive.options")),
                        HOME + "/class-archive.options")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(token, READABLE_IN_CONTAINER), "/run/secrets/rest-token")
                .withNetwork(network)
                .withNetworkAliases(NAME);
        for (String module : List.of("connectors/rest-guard", "topic-upkeep", "outage-log")) {
            Path jar = checkout.moduleJar(module);
            container.withCopyFileToContainer(MountableFile.forHostPath(jar), "/opt/kafka/libs/" + jar.getFileName());
        }
        for (Path folder : plugins) {
            container.withCopyFileToContainer(MountableFile.forHostPath(folder), "/opt/plugins");
        }
        return container;
    }
}
