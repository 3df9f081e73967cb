package io.ordersync.stack.testing.container;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.process.Execution;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.StackPlan;
import java.nio.file.Path;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.MountableFile;

/** A Connect worker in a container, started by the script that starts those of the compose file. */
final class ContainerWorker extends ConnectWorker {

    private static final int PORT = 8083;
    private static final String HOME = "/opt/order-sync";

    private final Checkout checkout;
    private final KafkaBroker broker;
    private final Network network;
    private final ContainerExecution execution;

    ContainerWorker(StackPlan plan, Checkout checkout, KafkaBroker broker, MariaDb database, Network network) {
        super(plan, checkout, broker, database);
        this.checkout = checkout;
        this.broker = broker;
        this.network = network;
        this.execution = new ContainerExecution(NAME, log(), PORT, settings().port(), this::container);
    }

    @Override
    public Execution execution() {
        return execution;
    }

    private GenericContainer<?> container() {
        GenericContainer<?> container = new GenericContainer<>(
                        Images.of(checkout).kafka())
                .withCommand(HOME + "/worker.sh")
                .withEnv(environment())
                .withEnv("BOOTSTRAP_SERVERS", broker.inside().toString())
                .withEnv("KAFKA_HEAP_OPTS", "-Xms64m -Xmx256m")
                .withCopyFileToContainer(MountableFile.forHostPath(checkout.deployment("connect")), HOME)
                .withCopyFileToContainer(
                        MountableFile.forHostPath(checkout.deployment("kafka/log4j2.yaml")), HOME + "/log4j2.yaml")
                .withNetwork(network)
                .withNetworkAliases(NAME);
        for (Path plugins : settings().plugins()) {
            container.withCopyFileToContainer(MountableFile.forHostPath(plugins), "/opt/plugins");
        }
        return container;
    }
}
