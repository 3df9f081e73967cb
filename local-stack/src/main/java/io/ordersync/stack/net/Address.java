package io.ordersync.stack.net;

import java.nio.file.Path;

/** Where one server of a stack finds another. */
public record Address(String host, int port) {

    /**
     * The address of a database that proves who it is.
     *
     * @param authority the certificate of the authority, as a file of the client
     */
    public String jdbcUrl(String database, Path authority) {
        return "jdbc:mariadb://%s/%s?sslMode=verify-full&serverSslCert=%s".formatted(this, database, authority);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
