package io.ordersync.stack.server;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.Folders;
import io.ordersync.stack.mariadb.LoginsScript;
import io.ordersync.stack.mariadb.MariaDbCommand;
import io.ordersync.stack.mariadb.MariaDbFinder;
import io.ordersync.stack.mariadb.MariaDbInstallation;
import io.ordersync.stack.mariadb.Secrets;
import io.ordersync.stack.net.Address;
import io.ordersync.stack.net.Ports;
import io.ordersync.stack.process.Launch;
import io.ordersync.stack.process.ServerProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The shared database, with one login per job. */
public class MariaDb extends ServerProcess {

    public static final String NAME = "mariadb";
    public static final String SCHEMA = "mydb";
    static final String MARKETING = "marketing";
    private static final String ROOT = "root";

    private final MariaDbFinder finder;
    private final Path data;
    private final Secrets secrets;
    private final LoginsScript logins;
    private final int port;
    private int clientPort;
    private final List<String> options = new ArrayList<>();

    public MariaDb(StackPlan plan, Checkout checkout, Secrets secrets) {
        super(NAME, plan.folders());
        this.finder = MariaDbFinder.ofThisMachine(checkout);
        this.data = plan.folders().data().resolve(NAME);
        this.secrets = secrets;
        this.logins = new LoginsScript(
                checkout.databaseScripts(plan.cdc()), plan.folders().data().resolve("logins.sql"), secrets);
        this.port = plan.ports().of(NAME);
        this.clientPort = port;
    }

    /** Gives the server further options, such as {@code --innodb-data-file-path=ibdata1:20M}, from its first start on. */
    public MariaDb with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /**
     * Has clients connect to another port of 127.0.0.1, whose owner passes on to {@link #port()} what they say. To be
     * called before any other part is made.
     */
    public final MariaDb behind(int otherPort) {
        clientPort = otherPort;
        return this;
    }

    /** The port on 127.0.0.1. */
    public final int port() {
        return port;
    }

    /** The address of the database {@code mydb}, without a login. */
    public String jdbcUrl() {
        return jdbcUrl(SCHEMA);
    }

    /** The address of any database of this server, without a login. */
    public String jdbcUrl(String database) {
        return "jdbc:mariadb://%s:%d/%s".formatted(Ports.HOST, clientPort, database);
    }

    /** Where the other servers of the stack find it. */
    public Address inside() {
        return new Address(Ports.HOST, clientPort);
    }

    /** The password of a login, such as order_service or root: those that the scripts in deploy/mariadb name. */
    public String password(String login) {
        return secrets.password(login);
    }

    /** A connection to {@code mydb} as one of the logins; the caller closes it. */
    public Connection connect(String login) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), login, password(login));
    }

    /** For tests that arrange or look at what no login of the system may. */
    public Connection connectAsRoot() throws SQLException {
        return connect(ROOT);
    }

    /** What the server executes at each start. */
    protected final String loginsScript() throws IOException {
        return logins.text();
    }

    protected final List<String> options() {
        return options;
    }

    @Override
    protected Launch launch() throws IOException, InterruptedException {
        MariaDbInstallation installation = finder.find();
        if (Files.notExists(data)) {
            createSystemTables(installation);
        }
        List<String> command = MariaDbCommand.common(installation, data);
        command.addAll(MariaDbCommand.serving(port));
        command.addAll(options);
        command.add("--init-file=" + logins.render());
        return Launch.of(command, data);
    }

    @Override
    protected void probe() throws SQLException, IOException {
        String bounded = jdbcUrl() + "?connectTimeout=1000&socketTimeout=2000";
        DriverManager.getConnection(bounded, ROOT, password(ROOT)).close();
        logins.delete();
    }

    /** In a folder beside, so that an interrupted start leaves nothing that looks like a database. */
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
