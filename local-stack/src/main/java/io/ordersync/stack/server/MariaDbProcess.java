package io.ordersync.stack.server;

import io.ordersync.setup.certificate.Certificates;
import io.ordersync.setup.certificate.ServerKind;
import io.ordersync.setup.certificate.TrustFiles;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.Folders;
import io.ordersync.stack.lifecycle.ServerProcess;
import io.ordersync.stack.mariadb.LoginsScript;
import io.ordersync.stack.mariadb.MariaDbCommand;
import io.ordersync.stack.mariadb.MariaDbFinder;
import io.ordersync.stack.mariadb.MariaDbInstallation;
import io.ordersync.stack.mariadb.Secrets;
import io.ordersync.stack.net.Address;
import io.ordersync.stack.net.AdvertisedPort;
import io.ordersync.stack.process.Launch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** MariaDB as a process of this machine. */
final class MariaDbProcess extends ServerProcess implements MariaDb {

    private final MariaDbFinder finder;
    private final Path data;
    private final Secrets secrets;
    private final LoginsScript logins;
    private final Certificates certificates;
    private final AdvertisedPort port;
    private final boolean open;
    private final List<String> options = new ArrayList<>();

    MariaDbProcess(StackPlan plan, Checkout checkout, Secrets secrets) {
        super(NAME, plan.folders());
        this.finder = MariaDbFinder.ofThisMachine(checkout);
        this.data = plan.folders().data().resolve(NAME);
        this.secrets = secrets;
        this.logins = LoginsScript.of(plan.folders(), plan.databaseScripts(checkout), secrets);
        this.certificates = new Certificates(plan.folders().certificates());
        this.port = new AdvertisedPort(plan.ports().of(NAME));
        this.open = plan.has(StackPlan.Feature.OPEN);
    }

    @Override
    public AdvertisedPort advertisedPort() {
        return port;
    }

    @Override
    public Address internalAddress() {
        return port.clientAddress();
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
        options.addAll(List.of(more));
        return this;
    }

    @Override
    protected Launch launch() throws IOException, InterruptedException {
        MariaDbInstallation installation = finder.find();
        certificates.provide(ServerKind.MARIADB);
        if (Files.notExists(data)) {
            createSystemTables(installation);
        }
        List<String> command = MariaDbCommand.common(installation, data);
        command.addAll(MariaDbCommand.serving(port()));
        command.addAll(MariaDbCommand.encrypting(certificates.of(ServerKind.MARIADB), !open));
        command.addAll(options);
        command.add("--init-file=" + logins.render());
        return Launch.of(command, data);
    }

    /** The server has read its logins when root can log in with its password. */
    @Override
    public void probe() throws Exception {
        MariaDb.super.probe();
        logins.delete();
    }

    /** Works in a folder beside the data, so that an interrupted start leaves no incomplete database behind. */
    private void createSystemTables(MariaDbInstallation installation) throws IOException, InterruptedException {
        Path unfinished = data.resolveSibling(NAME + ".unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        Path sql = unfinished.resolveSibling(NAME + ".bootstrap.sql");
        write(installation.bootstrapSql(), sql);
        List<String> command = MariaDbCommand.common(installation, unfinished);
        command.addAll(MariaDbCommand.bootstrapping());
        command.addAll(options);
        runHelper(Launch.of(command, unfinished), sql.toFile());
        Files.delete(sql);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(List<Path> scripts, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            out.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n".getBytes());
            for (Path script : scripts) {
                Files.copy(script, out);
            }
        }
    }
}
