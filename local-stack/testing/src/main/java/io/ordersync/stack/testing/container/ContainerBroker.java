package io.ordersync.stack.testing.container;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.lifecycle.Execution;
import io.ordersync.stack.lifecycle.SupervisedPart;
import io.ordersync.stack.net.Address;
import io.ordersync.stack.net.AdvertisedPort;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.StackPlan;
import org.apache.kafka.common.Uuid;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.MountableFile;

/**
 * A broker in a container, started by the script that starts those of the compose file. Testcontainers' own class for
 * Kafka would be a third way to configure a broker, and gives a broker another port when it is started again.
 */
final class ContainerBroker extends SupervisedPart implements KafkaBroker {

    private static final int PORT = 9092;
    private static final int PORT_FOR_THIS_MACHINE = 19092;

    private final Checkout checkout;
    private final Network network;
    private final AdvertisedPort port;
    private final ContainerExecution execution;

    ContainerBroker(StackPlan plan, Checkout checkout, Network network) {
        super(NAME, plan.folders());
        this.checkout = checkout;
        this.network = network;
        this.port = new AdvertisedPort(plan.ports().of(NAME));
        this.execution = new ContainerExecution(NAME, logFile(), PORT_FOR_THIS_MACHINE, port.port(), this::container);
    }

    @Override
    protected Execution execution() {
        return execution;
    }

    @Override
    public AdvertisedPort advertisedPort() {
        return port;
    }

    @Override
    public Address internalAddress() {
        return new Address(NAME, PORT);
    }

    private GenericContainer<?> container() {
        return new GenericContainer<>(Images.of(checkout).kafka())
                .withCommand("/deploy/broker.sh")
                .withEnv("NODE_ID", "1")
                .withEnv("NAME", NAME)
                .withEnv("HOST_PORT", Integer.toString(port()))
                .withCopyFileToContainer(MountableFile.forHostPath(checkout.deployment("kafka")), "/deploy")
                .withCopyToContainer(Transferable.of("1"), "/run/brokers/brokers")
                .withCopyToContainer(Transferable.of(Uuid.randomUuid().toString()), "/run/brokers/cluster-id")
                .withNetwork(network)
                .withNetworkAliases(NAME);
    }
}
