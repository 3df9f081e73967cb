package io.ordersync.stack.net;

/** Where one server of a stack finds another. */
public record Address(String host, int port) {

    public String jdbcUrl(String database) {
        return "jdbc:mariadb://%s/%s".formatted(this, database);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
