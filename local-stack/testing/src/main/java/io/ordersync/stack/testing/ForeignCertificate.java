package io.ordersync.stack.testing;

import io.ordersync.setup.certificate.Certificates;
import io.ordersync.setup.certificate.ServerCertificate;
import io.ordersync.setup.certificate.ServerKind;
import io.ordersync.stack.server.MariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a running MariaDB, a process of this machine, show the certificate of another authority, as a stranger at its
 * address would. Closing gives the server its own certificate back.
 */
public final class ForeignCertificate implements AutoCloseable {

    private final ServerCertificate files;
    private final byte[] certificate;
    private final byte[] key;
    private final Connection root;

    private ForeignCertificate(MariaDb server) throws IOException, SQLException {
        this.files = new Certificates(folder(server)).of(ServerKind.MARIADB);
        this.certificate = Files.readAllBytes(files.certificate());
        this.key = Files.readAllBytes(files.key());
        this.root = server.connectAsRoot();
    }

    /** Changes the certificate and ends all connections, so that every client has to connect again. */
    public static ForeignCertificate on(MariaDb server) throws IOException, SQLException {
        ForeignCertificate foreign = new ForeignCertificate(server);
        Certificates others = new Certificates(folder(server).resolveSibling("foreign-certificates"));
        others.provide(ServerKind.MARIADB);
        ServerCertificate other = others.of(ServerKind.MARIADB);
        foreign.use(Files.readAllBytes(other.certificate()), Files.readAllBytes(other.key()));
        foreign.endOtherConnections();
        return foreign;
    }

    private static Path folder(MariaDb server) {
        return server.trusted().authority().getParent();
    }

    private void use(byte[] newCertificate, byte[] newKey) throws IOException, SQLException {
        Files.write(files.certificate(), newCertificate);
        Files.write(files.key(), newKey);
        execute("FLUSH SSL");
    }

    private void endOtherConnections() throws SQLException {
        List<String> others = new ArrayList<>();
        try (Statement statement = root.createStatement();
                ResultSet found = statement.executeQuery("SELECT id FROM information_schema.processlist"
                        + " WHERE id <> CONNECTION_ID() AND user NOT IN ('system user', 'event_scheduler')")) {
            while (found.next()) {
                others.add(found.getString(1));
            }
        }
        for (String connection : others) {
            execute("KILL " + connection);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = root.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        try (root) {
            use(certificate, key);
        }
    }
}
