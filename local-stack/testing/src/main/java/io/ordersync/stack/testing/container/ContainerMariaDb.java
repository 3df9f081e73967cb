package io.ordersync.stack.testing.container;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.mariadb.Secrets;
import io.ordersync.stack.net.Address;
import io.ordersync.stack.process.Execution;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.StackPlan;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.utility.MountableFile;

/** MariaDB in a container, set up as the compose file does it. */
final class ContainerMariaDb extends MariaDb {

    private static final int PORT = 3306;
    private static final String LOGINS = "/run/logins.sql";
    private static final int READABLE = 0644;

    private final Checkout checkout;
    private final Network network;
    private final ContainerExecution execution;

    ContainerMariaDb(StackPlan plan, Checkout checkout, Secrets secrets, Network network) {
        super(plan, checkout, secrets);
        this.checkout = checkout;
        this.network = network;
        this.execution = new ContainerExecution(NAME, log(), PORT, port(), this::container);
    }

    @Override
    public Execution execution() {
        return execution;
    }

    @Override
    public Address inside() {
        return new Address(NAME, PORT);
    }

    private GenericContainer<?> container() throws IOException {
        List<String> command = Stream.concat(Stream.of("--init-file=" + LOGINS), options().stream())
                .toList();
        return new MariaDBContainer(Images.of(checkout).mariaDb())
                .withUsername("root")
                .withPassword(password("root"))
                .withDatabaseName(SCHEMA)
                .withEnv("MARIADB_INITDB_SKIP_TZINFO", "1")
                .withCommand(command.toArray(String[]::new))
                .withCopyToContainer(Transferable.of(loginsScript(), READABLE), LOGINS)
                .withCopyFileToContainer(
                        MountableFile.forHostPath(checkout.deployment("mariadb/server.cnf"), READABLE),
                        "/etc/mysql/conf.d/order-sync.cnf")
                .withNetwork(network)
                .withNetworkAliases(NAME);
    }
}
