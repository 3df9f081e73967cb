package io.ordersync.stack.testing.container;

import com.github.dockerjava.api.DockerClient;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.mariadb.Secrets;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.ServerFactory;
import io.ordersync.stack.server.StackPlan;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.DockerImageName;

/** Makes servers that are containers of the images in the compose file, in one network per stack. */
public final class ContainerFactory implements ServerFactory {

    private final Network network = Network.newNetwork(); // made in Docker when the first container asks for its id

    @Override
    public Optional<String> obstacle() {
        DockerClientFactory docker = DockerClientFactory.instance();
        if (!docker.isDockerAvailable()) {
            return Optional.of("no Docker engine answers");
        }
        try {
            return missingImage(docker.client());
        } catch (RuntimeException e) { // such as an engine that does not let Testcontainers watch over its containers
            return Optional.of("Testcontainers cannot work with this Docker engine: " + e.getMessage());
        }
    }

    private static Optional<String> missingImage(DockerClient docker) {
        Images images = Images.of(Checkout.find());
        return Stream.of(images.kafka(), images.mariaDb())
                .filter(image -> !isThere(docker, image))
                .map(image -> "the image " + image + " is neither here nor to be had")
                .findFirst();
    }

    @Override
    public MariaDb mariaDb(StackPlan plan, Checkout checkout, Secrets secrets) {
        return new ContainerMariaDb(plan, checkout, secrets, network);
    }

    @Override
    public KafkaBroker broker(StackPlan plan, Checkout checkout) {
        return new ContainerBroker(plan, checkout, network);
    }

    @Override
    public ConnectWorker worker(StackPlan plan, Checkout checkout, KafkaBroker broker, MariaDb database) {
        return new ContainerWorker(plan, checkout, broker, database, network);
    }

    @Override
    public void close() {
        network.close();
    }

    @Override
    public String toString() {
        return "containers";
    }

    private static boolean isThere(DockerClient docker, DockerImageName image) {
        try {
            DockerClientFactory.instance().checkAndPullImage(docker, image.asCanonicalNameString());
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
