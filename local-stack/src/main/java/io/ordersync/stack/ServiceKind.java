package io.ordersync.stack;

/** The two services: their modules, their database logins and the names of their instances. */
enum ServiceKind {
    ORDER("order-service", "order_service"),
    CATALOG("catalog-service", "catalog_service");

    private final String module;
    private final String login;

    ServiceKind(String module, String login) {
        this.module = module;
        this.login = login;
    }

    String module() {
        return module;
    }

    String login() {
        return login;
    }

    /** The first instance is named like its module, the second {@code order-service-2}. */
    String instance(int number) {
        return number == 1 ? module : module + "-" + number;
    }
}
