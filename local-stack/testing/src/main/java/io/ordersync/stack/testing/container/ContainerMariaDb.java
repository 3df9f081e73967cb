package io.ordersync.stack.testing.container;

import io.ordersync.setup.certificate.Certificates;
import io.ordersync.setup.certificate.ServerCertificate;
import io.ordersync.setup.certificate.ServerKind;
import io.ordersync.setup.certificate.TrustFiles;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.lifecycle.Execution;
import io.ordersync.stack.lifecycle.SupervisedPart;
import io.ordersync.stack.mariadb.LoginsScript;
import io.ordersync.stack.mariadb.Secrets;
import io.ordersync.stack.net.Address;
import io.ordersync.stack.net.AdvertisedPort;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.StackPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.utility.MountableFile;

/** MariaDB in a container, set up as in the compose file. */
final class ContainerMariaDb extends SupervisedPart implements MariaDb {

    private static final int PORT = 3306;
    private static final String LOGINS = "/run/logins.sql";
    private static final String SECRETS = "/run/secrets/"; // where server.cnf finds certificate and key
    private static final int READABLE = 0644;

    private final Checkout checkout;
    private final Secrets secrets;
    private final LoginsScript logins;
    private final Certificates certificates;
    private final Network network;
    private final AdvertisedPort port;
    private final List<String> command = new ArrayList<>(List.of("--init-file=" + LOGINS));
    private final ContainerExecution execution;

    ContainerMariaDb(StackPlan plan, Checkout checkout, Secrets secrets, Network network) {
        super(NAME, plan.folders());
        this.checkout = checkout;
        this.secrets = secrets;
        this.logins = LoginsScript.of(plan.folders(), plan.databaseScripts(checkout), secrets);
        this.certificates = new Certificates(plan.folders().certificates());
        this.network = network;
        this.port = new AdvertisedPort(plan.ports().of(NAME));
        if (plan.has(StackPlan.Feature.OPEN)) {
            command.add("--require-secure-transport=OFF");
        }
        this.execution = new ContainerExecution(NAME, logFile(), PORT, port.port(), this::container);
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

    @Override
    public TrustFiles trusted() {
        return certificates.trusted();
    }

    @Override
    public String password(String login) {
        return secrets.password(login);
    }

    @Override
    public MariaDb addOptions(String... more) {
        command.addAll(List.of(more));
        return this;
    }

    private GenericContainer<?> container() throws IOException {
        certificates.provide(ServerKind.MARIADB);
        ServerCertificate files = certificates.of(ServerKind.MARIADB);
        return new MariaDBContainer(Images.of(checkout).mariaDb())
                .withUsername(ROOT)
                .withPassword(password(ROOT))
                .withDatabaseName(SCHEMA)
                .withUrlParam("sslMode", "trust") // Testcontainers asks only whether the server answers
                .withEnv("MARIADB_INITDB_SKIP_TZINFO", "1")
                .withCommand(command.toArray(String[]::new))
                .withCopyToContainer(Transferable.of(logins.text(), READABLE), LOGINS)
                .withCopyFileToContainer(
                        MountableFile.forHostPath(files.certificate(), READABLE), SECRETS + "certificate.pem")
                .withCopyFileToContainer(MountableFile.forHostPath(files.key(), READABLE), SECRETS + "key.pem")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(checkout.deployment("mariadb/server.cnf"), READABLE),
                        "/etc/mysql/conf.d/order-sync.cnf")
                .withNetwork(network)
                .withNetworkAliases(NAME);
    }
}
