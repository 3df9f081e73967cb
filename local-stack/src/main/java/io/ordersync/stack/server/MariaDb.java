package io.ordersync.stack.server;

import io.ordersync.setup.certificate.TrustFiles;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.net.Address;
import io.ordersync.stack.net.AdvertisedPort;
import io.ordersync.stack.net.Ports;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The shared database, with one login per job. */
public interface MariaDb extends Part {

    String NAME = "mariadb";
    String SCHEMA = "mydb";
    String ROOT = "root";

    AdvertisedPort advertisedPort();

    /** The address that the other servers of the stack use. */
    Address internalAddress();

    /** What clients on this machine trust. */
    TrustFiles trusted();

    /** The password of a login that the scripts in deploy/mariadb name, such as order_service, or of root. */
    String password(String login);

    /** Adds options of the server, such as {@code --innodb-data-file-path=ibdata1:20M}; call it before the first start. */
    MariaDb addOptions(String... more);

    /** The port on 127.0.0.1. */
    default int port() {
        return advertisedPort().port();
    }

    /**
     * Lets clients connect to another port of 127.0.0.1, whose owner forwards to {@link #port()}. Call it before any
     * other part is made.
     */
    default MariaDb advertise(int proxyPort) {
        advertisedPort().advertise(proxyPort);
        return this;
    }

    /**
     * The address of the database {@code mydb} for clients on this machine, without a login. It ends with settings, to which
     * others can be added: {@code &connectTimeout=1000}.
     */
    default String jdbcUrl() {
        return jdbcUrl(SCHEMA);
    }

    /** The address of any database of this server for clients on this machine, without a login. */
    default String jdbcUrl(String database) {
        return advertisedPort().clientAddress().jdbcUrl(database, trusted().authority());
    }

    /** The same as {@link #jdbcUrl()}, past the port that clients are told. */
    default String directJdbcUrl() {
        return new Address(Ports.HOST, port()).jdbcUrl(SCHEMA, trusted().authority());
    }

    /** Connects to {@code mydb} as one of the logins; the caller closes the connection. */
    default Connection connect(String login) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), login, password(login));
    }

    /** Connects with all rights, which no login of the system has: for tests. */
    default Connection connectAsRoot() throws SQLException {
        return connect(ROOT);
    }

    @Override
    default void probe() throws Exception {
        String bounded = jdbcUrl() + "&connectTimeout=1000&socketTimeout=2000";
        DriverManager.getConnection(bounded, ROOT, password(ROOT)).close();
    }
}
