package io.ordersync.stack;

/** Where one server of a stack finds another. */
record Address(String host, int port) {

    String jdbcUrl(String database) {
        return "jdbc:mariadb://%s/%s".formatted(this, database);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
