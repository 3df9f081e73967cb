package io.ordersync.stack.server;

/** The services: their modules, their database logins and the names of their instances. */
public enum ServiceKind {
    ORDER("order-service", "order_service", MariaDb.SCHEMA),
    CATALOG("catalog-service", "catalog_service", MariaDb.SCHEMA),
    MARKETING("marketing-service", "marketing_service", "marketing");

    private final String module;
    private final String login;
    private final String database;

    ServiceKind(String module, String login, String database) {
        this.module = module;
        this.login = login;
        this.database = database;
    }

    public String module() {
        return module;
    }

    String login() {
        return login;
    }

    /** The database of the tables that it reads. */
    String database() {
        return database;
    }

    /** Whether it writes tables. Such a service migrates its tables itself, and reads or writes topics. */
    boolean ownsTables() {
        return this != MARKETING;
    }

    /** The first instance is named like its module, the second {@code order-service-2}. */
    public String instance(int number) {
        return number == 1 ? module : module + "-" + number;
    }
}
